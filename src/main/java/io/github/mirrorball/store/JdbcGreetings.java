package io.github.mirrorball.store;

import io.github.mirrorball.league.Greetings;
import io.github.mirrorball.ops.Shards;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Greeted servers in a table, and in the installation's row since when there are any. */
final class JdbcGreetings implements Greetings {

    private static final String BEGIN = "UPDATE installation SET greets_since = :now WHERE greets_since IS NULL";
    private static final String SINCE = "SELECT greets_since FROM installation";
    private static final String GREETED = "SELECT server FROM greeted";
    private static final String ADD = """
            INSERT INTO greeted (server) SELECT wanted.id FROM UNNEST(CAST(:ids AS BIGINT ARRAY)) AS wanted (id)
            WHERE NOT EXISTS (SELECT 1 FROM greeted g WHERE g.server = wanted.id)""";

    private final Connections connections;
    private final Runnable installation;
    private final String greeted;

    /**
     * @param installation sees to it that there is a row of the installation
     * @param shards whose servers it tells of
     */
    JdbcGreetings(Connections connections, Runnable installation, Shards shards) {
        this.connections = connections;
        this.installation = installation;
        this.greeted = GREETED + OfShards.where(shards, "server");
    }

    @Override
    public Instant ensureSince(Instant now) {
        installation.run();
        return connections.with(handle -> {
            handle.createUpdate(BEGIN).bind("now", Columns.at(now)).execute();
            return handle.createQuery(SINCE)
                    .map((row, context) -> Columns.instant(row, "greets_since"))
                    .one();
        });
    }

    @Override
    public Set<Long> greeted() {
        return connections.read(handle ->
                new HashSet<>(handle.createQuery(greeted).mapTo(Long.class).list()));
    }

    @Override
    public int add(Collection<Long> servers) {
        return connections.with(handle -> handle.createUpdate(ADD)
                .bind("ids", Columns.ids(servers.toArray()))
                .execute());
    }
}
