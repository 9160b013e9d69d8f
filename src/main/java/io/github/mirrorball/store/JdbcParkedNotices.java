package io.github.mirrorball.store;

import io.github.mirrorball.outbox.ParkedNotices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Notices in trouble, read from the outbox. What replaced a card that could not be posted ends that one's trouble. */
final class JdbcParkedNotices implements ParkedNotices {

    private static final String OF = """
            SELECT n.season, n.kind, n.ids, n.owed_at, n.why,
                CASE n.state WHEN 'OWED' THEN 'RETRIED' ELSE n.state END AS standing
            FROM notice n JOIN season s ON s.id = n.season
            WHERE s.server = :server AND NOT s.archived
                AND (n.state = 'PARKED' OR (n.state = 'OWED' AND n.attempts >= 3 AND n.why IS NOT NULL)
                    OR (n.state = 'GONE' AND n.means = 'CREATE' AND NOT EXISTS (
                        SELECT 1 FROM notice c WHERE n.kind = 'CARD' AND c.poll = n.poll AND c.kind = 'CARD' AND c.id > n.id)))
            ORDER BY n.id DESC FETCH FIRST :most ROWS ONLY""";

    private final Connections connections;

    JdbcParkedNotices(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Trouble> of(long server, int most) {
        return connections.read(handle -> handle.createQuery(OF)
                .bind("server", server)
                .bind("most", most)
                .map((row, context) -> trouble(row))
                .list());
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        return new Trouble(
                row.getLong("season"),
                NoticeKind.valueOf(row.getString("kind")).notice(row.getString("ids")),
                Standing.valueOf(row.getString("standing")),
                Columns.textIfAny(row, "why").orElse(""),
                Columns.instant(row, "owed_at"));
    }
}
