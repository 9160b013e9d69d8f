package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.outbox.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a server after its time is over: nothing, in any table that there is. */
@OnBothDatabases
class PurgeTest {

    private static final long SERVER = 1_280_000_000_000_000_001L;
    private static final long OTHER = 1_280_000_000_000_000_002L;
    private static final Instant LEFT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant OVER = Instant.parse("2026-02-01T00:00:00Z");

    private final Database database;
    private final Connections connections;
    private final JdbcServers servers;
    private final EveryTable tables;

    PurgeTest(Backend backend) {
        database = Database.open(backend.fresh());
        connections = database.connections();
        servers = new JdbcServers(
                connections,
                new WoundClock("2026-03-01T00:00:00Z"),
                new WoundClock("2026-03-01T00:00:00Z"),
                Shards.ALL);
        tables = new EveryTable(connections, LEFT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingIsLeftInAnyTable() {
        tables.fill(SERVER);
        assertThat(tables.rows())
                .hasSizeGreaterThan(20)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isOne());

        servers.purge(SERVER, OVER);

        assertThat(tables.rows())
                .allSatisfy((table, rows) -> assertThat(rows)
                        .as("a server's rows in " + table + " go with it; see JdbcServers")
                        .isZero());
        assertThat(servers.known()).isEmpty();
    }

    @Test
    void anotherServerLosesNothing() {
        tables.fill(OTHER);
        Map<String, Integer> before = tables.rows();
        tables.fill(SERVER);

        servers.purge(SERVER, OVER);

        assertThat(tables.rows()).isEqualTo(before);
        assertThat(servers.known()).containsExactly(OTHER);
    }

    @Test
    void whatIsOwedForASeasonThatIsGoneGoesToo() {
        new JdbcOutbox(connections, new WoundClock("2026-01-01T00:00:00Z"), Shards.ALL)
                .owe(404, new Notice.Event(SERVER, 404, 1));
        servers.recordLeft(SERVER, LEFT);
        assertThat(tables.rows()).containsEntry("notice", 1);

        servers.purge(SERVER, OVER);

        assertThat(tables.rows()).containsEntry("notice", 0);
    }

    @Test
    void aServerKeepsEverythingThroughItsGraceAndAfterAReturn() {
        tables.fill(SERVER);
        Map<String, Integer> before = new HashMap<>(tables.rows());
        servers.purge(SERVER, LEFT);
        assertThat(tables.rows()).isEqualTo(before);

        assertThat(servers.back(SERVER)).isTrue();
        servers.purge(SERVER, OVER);

        before.put("departure", 0);
        assertThat(tables.rows()).isEqualTo(before);
    }
}
