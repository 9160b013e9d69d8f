package io.github.mirrorball.store;

import io.github.mirrorball.league.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The audit log in a table. The order of the ids is the order of the entries, since changes to one season come one after another. */
final class JdbcAuditLog implements AuditLog {

    private static final String INSERT = """
            INSERT INTO audit (season, noted_at, noted_by, what, old_text, new_text)
            VALUES (:of, :at, :by, :what, :before, :after)""";
    private static final String PAGE = """
            SELECT noted_at, noted_by, what, old_text, new_text FROM audit WHERE season = :season
            ORDER BY id DESC OFFSET :from ROWS FETCH NEXT :size ROWS ONLY""";

    private static final String INSERT_IN_SERVER = """
            INSERT INTO server_audit (server, noted_at, noted_by, what, old_text, new_text)
            VALUES (:of, :at, :by, :what, :before, :after)""";
    private static final String IN_SERVER = """
            SELECT noted_at, noted_by, what, old_text, new_text FROM server_audit WHERE server = :server
            ORDER BY id DESC FETCH NEXT :size ROWS ONLY""";
    private static final String BY = """
            SELECT noted_at, noted_by, what, old_text, new_text FROM server_audit
            WHERE server = :server AND noted_by = :user
            UNION ALL
            SELECT a.noted_at, a.noted_by, a.what, a.old_text, a.new_text FROM audit a JOIN season s ON s.id = a.season
            WHERE s.server = :server AND a.noted_by = :user
            ORDER BY noted_at""";

    private final Connections connections;

    JdbcAuditLog(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void note(long season, Entry entry) {
        insert(INSERT, season, entry);
    }

    @Override
    public void noteInServer(long server, Entry entry) {
        insert(INSERT_IN_SERVER, server, entry);
    }

    private void insert(String sql, long of, Entry entry) {
        connections.run(handle -> handle.createUpdate(sql)
                .bind("of", of)
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
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public List<Entry> inServer(long server, int most) {
        return connections.read(handle -> handle.createQuery(IN_SERVER)
                .bind("server", server)
                .bind("size", most)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public List<Entry> by(long server, long user) {
        return connections.read(handle -> handle.createQuery(BY)
                .bind("server", server)
                .bind("user", user)
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Columns.instant(row, "noted_at"),
                row.getLong("noted_by"),
                row.getString("what"),
                row.getString("old_text"),
                row.getString("new_text"));
    }

    @Override
    public int size(long season) {
        return connections.read(handle -> handle.createQuery("SELECT COUNT(*) FROM audit WHERE season = :season")
                .bind("season", season)
                .mapTo(Integer.class)
                .one());
    }
}
