package io.github.mirrorball.store;

import io.github.mirrorball.league.AuditLog;
import java.util.List;

/** The audit log in a table. The order of the ids is the order of the entries, since changes to one season come one after another. */
final class JdbcAuditLog implements AuditLog {

    private static final String INSERT = """
            INSERT INTO audit (season, noted_at, noted_by, what, old_text, new_text)
            VALUES (:season, :at, :by, :what, :before, :after)""";
    private static final String PAGE = """
            SELECT noted_at, noted_by, what, old_text, new_text FROM audit WHERE season = :season
            ORDER BY id DESC OFFSET :from ROWS FETCH NEXT :size ROWS ONLY""";

    private final Connections connections;

    JdbcAuditLog(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void note(long season, Entry entry) {
        connections.run(handle -> handle.createUpdate(INSERT)
                .bind("season", season)
                .bind("at", Columns.at(entry.at()))
                .bind("by", entry.by())
                .bind("what", entry.what())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .execute());
    }

    @Override
    public List<Entry> entries(long season, int from, int size) {
        return connections.read(handle -> handle.createQuery(PAGE)
                .bind("season", season)
                .bind("from", from)
                .bind("size", size)
                .map((row, context) -> new Entry(
                        Columns.instant(row, "noted_at"),
                        row.getLong("noted_by"),
                        row.getString("what"),
                        row.getString("old_text"),
                        row.getString("new_text")))
                .list());
    }

    @Override
    public int size(long season) {
        return connections.read(handle -> handle.createQuery("SELECT COUNT(*) FROM audit WHERE season = :season")
                .bind("season", season)
                .mapTo(Integer.class)
                .one());
    }
}
