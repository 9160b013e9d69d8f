package io.github.mirrorball.store;

import io.github.mirrorball.schedule.StoreHealth;
import java.util.List;

/** What waits in the outbox, read by its index. */
final class JdbcHealth implements StoreHealth {

    private static final String WAITING = """
            SELECT standing, COUNT(*) AS notices, MIN(owed_at) AS oldest FROM (
                SELECT CASE WHEN state = 'OWED' AND attempts > 0 AND why IS NOT NULL THEN 'RETRIED' ELSE state END AS standing, owed_at
                FROM notice WHERE state IN ('OWED', 'PARKED')) AS unposted
            GROUP BY standing ORDER BY standing""";

    private final Connections connections;

    JdbcHealth(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Waiting> waiting() {
        return connections.with(handle -> handle.createQuery(WAITING)
                .map((row, context) -> new Waiting(
                        Standing.valueOf(row.getString("standing")),
                        row.getLong("notices"),
                        Columns.instant(row, "oldest")))
                .list());
    }
}
