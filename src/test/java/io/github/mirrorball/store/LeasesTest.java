package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.ops.Leases.Holder;
import io.github.mirrorball.ops.Shards;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class LeasesTest {

    private static final Shards LEFT = new Shards(0, 3, 8);
    private static final Shards RIGHT = new Shards(4, 7, 8);

    @AutoClose
    private final Database database;

    private final Connections connections;
    private final JdbcLeases leases;

    LeasesTest(Backend backend) {
        StoreSettings place = backend.fresh();
        try (League league = new League(place)) {
            league.store.ensureInstallation();
        }
        database = Database.open(place);
        connections = database.connections();
        leases = new JdbcLeases(connections, () -> {}, holder -> {});
    }

    @Test
    void whoeverComesSecondIsToldWhoWasFirstUntilThatOneGivesWay() {
        assertThat(leases.take("a", "process 1", LEFT)).isEmpty();

        assertThat(leases.take("b", "process 2", LEFT)).contains(new Holder("process 1", LEFT));
        assertThat(leases.take("c", "process 3", RIGHT)).isEmpty();
        leases.giveBack("a");
        assertThat(leases.take("b", "process 2", LEFT)).isEmpty();
    }

    @Test
    void whoeverCountsTheShardsAnewWaitsForAllWhoHaveAnyOfTheSameServers() {
        leases.take("a", "process 1", Shards.one(1, 4));

        assertThat(leases.take("b", "process 2", Shards.one(5, 8))).isPresent();
        assertThat(leases.take("b", "process 2", LEFT)).isPresent();
        assertThat(leases.take("b", "process 2", Shards.ALL)).isPresent();
        assertThat(leases.take("b", "process 2", Shards.one(2, 8))).isEmpty();
    }

    @Test
    void oneThatRanOutIsTakenOverAndNotRenewedAfterThat() {
        leases.take("a", "process 1", LEFT);
        leases.take("c", "process 3", RIGHT);
        runOut();

        assertThat(leases.take("b", "process 2", LEFT)).isEmpty();
        assertThat(leases.renew("a")).isFalse();
        assertThat(leases.renew("c")).isTrue();
        assertThat(leases.take("d", "process 4", RIGHT)).isPresent();
    }

    @Test
    void oneThatIsRenewedInTimeStaysWhereItIs() {
        leases.take("a", "process 1", LEFT);
        runOut();
        assertThat(leases.renew("a")).isTrue();

        assertThat(leases.take("b", "process 2", LEFT)).isPresent();
    }

    @Test
    void ofManyWhoComeAtOnceOneTakesIt() throws Exception {
        List<Optional<Holder>> others =
                Together.run(6, each -> leases.take("holder " + each, "process " + each, new Shards(0, each, 8)));

        assertThat(others).filteredOn(Optional::isEmpty).hasSize(1);
    }

    private void runOut() {
        connections.run(handle -> handle.execute("UPDATE lease SET ends_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"));
    }
}
