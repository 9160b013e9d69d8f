package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.ops.StoreHealth;
import java.util.List;

/** What waits in the outbox, read by its index. */
final class JdbcHealth implements StoreHealth {

    private static final String WAITING = """
            SELECT standing, COUNT(*) AS notices, MIN(owed_at) AS oldest FROM (
                SELECT CASE WHEN state = 'OWED' AND attempts > 0 AND why IS NOT NULL THEN 'RETRIED' ELSE state END AS standing, owed_at
                FROM notice n WHERE state IN ('OWED', 'PARKED')%s) AS unposted
            GROUP BY standing ORDER BY standing""";

    private final Connections connections;
    private final String waiting;

    /** @param shards whose servers' notices it counts */
    JdbcHealth(Connections connections, Shards shards) {
        this.connections = connections;
        this.waiting = WAITING.formatted(OfShards.and(shards, JdbcOutbox.SERVER));
    }

    @Override
    public List<Waiting> waiting() {
        return connections.read(handle -> handle.createQuery(waiting)
                .map((row, context) -> new Waiting(
                        Standing.valueOf(row.getString("standing")),
                        row.getLong("notices"),
                        Columns.instant(row, "oldest")))
                .list());
    }
}
