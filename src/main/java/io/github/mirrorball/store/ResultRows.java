package io.github.mirrorball.store;

import io.github.mirrorball.show.ResultVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The versions of results: rows that are added and never changed, but for the mark that they are revealed. */
final class ResultRows {

    private static final String NEWEST = """
            SELECT episode, version, facts, entered_at, entered_by, reveals_at FROM result r
            WHERE season = :season AND revealed = :revealed AND version =
                (SELECT MAX(version) FROM result n
                WHERE n.season = r.season AND n.episode = r.episode AND (n.revealed OR NOT :revealed))""";
    private static final String HISTORY = """
            SELECT version, facts, entered_at, entered_by, reveals_at FROM result
            WHERE season = :season AND episode = :episode ORDER BY version DESC""";
    private static final String INSERT = """
            INSERT INTO result (season, episode, version, facts, entered_at, entered_by, reveals_at, revealed)
            VALUES (:season, :episode, :version, :facts, :at, :by, :reveals, :revealed)""";

    private ResultRows() {}

    /** The newest versions that hold, by episode. */
    static Map<Integer, ResultVersion> newest(Handle handle, long season) {
        return newest(handle, season, true);
    }

    /** The newest versions that wait for their reveal, by episode. */
    static Map<Integer, ResultVersion> pending(Handle handle, long season) {
        return newest(handle, season, false);
    }

    private static Map<Integer, ResultVersion> newest(Handle handle, long season, boolean revealed) {
        Map<Integer, ResultVersion> results = new HashMap<>();
        handle.createQuery(NEWEST)
                .bind("season", season)
                .bind("revealed", revealed)
                .map((row, context) -> Map.entry(row.getInt("episode"), version(row)))
                .forEach(each -> results.put(each.getKey(), each.getValue()));
        return results;
    }

    static List<ResultVersion> history(Handle handle, long season, int episode) {
        return handle.createQuery(HISTORY)
                .bind("season", season)
                .bind("episode", episode)
                .map((row, context) -> version(row))
                .list();
    }

    static int insert(Handle handle, long season, int episode, ResultVersion version) {
        return handle.createUpdate(INSERT)
                .bind("season", season)
                .bind("episode", episode)
                .bind("version", version.version())
                .bind("facts", ShowText.result(version.result()))
                .bind("at", Columns.at(version.at()))
                .bind("by", version.by())
                .bind("reveals", Columns.at(version.reveals()))
                .bind("revealed", !version.isDelayed())
                .execute();
    }

    private static ResultVersion version(ResultSet row) throws SQLException {
        Instant at = Columns.instant(row, "entered_at");
        return new ResultVersion(
                row.getInt("version"),
                ShowText.result(row.getString("facts")),
                at,
                row.getLong("entered_by"),
                Columns.instantIfAny(row, "reveals_at").orElse(at));
    }
}
