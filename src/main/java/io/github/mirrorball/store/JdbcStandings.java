package io.github.mirrorball.store;

import io.github.mirrorball.standings.Board;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.standings.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Verdicts and standings in tables. A fan's name is read from the fan, so that it is the last seen one. */
final class JdbcStandings implements Standings {

    private static final String INSERT_VERDICT = """
            INSERT INTO verdict (season, poll, outcome, counted, correct, points, fans)
            VALUES (:season, :poll, :outcome, :counted, :correct, :points, :fans)""";
    private static final String INSERT_CROWD = """
            INSERT INTO crowd (season, scope, points, correct, picked)
            VALUES (:season, :scope, :points, :correct, :picked)""";
    private static final String STANDING = """
            SELECT t.shared, t.fan, f.name, t.points, t.correct, t.picked, t.earlier
            FROM standing t JOIN fan f ON f.id = t.fan WHERE t.season = :season AND t.scope = :scope AND\s""";
    private static final String PAGE = STANDING + "t.place >= :from AND t.place < :to ORDER BY t.place";
    private static final String OF_FAN = STANDING + "t.fan = :fan";
    private static final String BY_EPISODE = """
            SELECT t.scope, t.points, t.correct, t.picked
            FROM standing_table a JOIN standing t ON t.season = a.season AND t.scope = a.scope
            WHERE a.season = :season AND a.scope > 0 AND t.fan = :fan""";
    private static final String SIZE = "SELECT COUNT(*) FROM standing WHERE season = :season AND scope = :scope";

    /** A club's members among themselves, whose number is bounded; the rank before would be one among all, so there is none. */
    private static final String CLUB = """
            WITH member AS (
                SELECT t.shared, t.place, t.fan, t.points, t.correct, t.picked
                FROM club_member m JOIN standing t ON t.fan = m.fan
                WHERE m.club = :club AND t.season = :season AND t.scope = :scope),
            among AS (
                SELECT RANK() OVER (ORDER BY shared) AS shared, ROW_NUMBER() OVER (ORDER BY place) - 1 AS place,
                    fan, points, correct, picked
                FROM member)
            SELECT a.shared, a.fan, f.name, a.points, a.correct, a.picked, CAST(NULL AS INT) AS earlier
            FROM among a JOIN fan f ON f.id = a.fan WHERE\s""";

    private static final String PAGE_OF_CLUB = CLUB + "a.place >= :from AND a.place < :to ORDER BY a.place";
    private static final String OF_FAN_IN_CLUB = CLUB + "a.fan = :fan";
    private static final String SIZE_OF_CLUB = """
            SELECT COUNT(*) FROM club_member m JOIN standing t ON t.fan = m.fan
            WHERE m.club = :club AND t.season = :season AND t.scope = :scope""";

    private final Connections connections;

    JdbcStandings(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void rule(long season, Map<Long, Map<String, Verdict>> verdicts) {
        connections.run(handle -> {
            handle.execute("DELETE FROM verdict WHERE season = ?", season);
            try (PreparedBatch batch = handle.prepareBatch(INSERT_VERDICT)) {
                verdicts.forEach((poll, outcomes) ->
                        outcomes.forEach((outcome, verdict) -> add(batch, season, poll, outcome, verdict)));
                batch.execute();
            }
        });
    }

    @Override
    public Map<Long, Map<String, Verdict>> verdicts(long season) {
        Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();
        connections.run(handle -> handle.createQuery(
                        "SELECT poll, outcome, counted, correct, points, fans FROM verdict WHERE season = :season")
                .bind("season", season)
                .map((row, context) -> given(row))
                .forEach(given -> verdicts.computeIfAbsent(given.poll, poll -> new HashMap<>())
                        .put(given.outcome, given.verdict)));
        return verdicts;
    }

    @Override
    public void replace(long season, List<Table> tables) {
        connections.run(handle -> {
            handle.execute("DELETE FROM crowd WHERE season = ?", season);
            tables.forEach(table -> insert(handle, season, table.scope(), table.crowd()));
            StandingRows.replace(handle, season, tables);
        });
    }

    private static void insert(Handle handle, long season, Scope scope, Totals crowd) {
        if (crowd.picked() > 0) {
            handle.createUpdate(INSERT_CROWD)
                    .bind("season", season)
                    .bind("scope", scope.code())
                    .bind("points", crowd.points())
                    .bind("correct", crowd.correct())
                    .bind("picked", crowd.picked())
                    .execute();
        }
    }

    @Override
    public List<Standing> page(Board board, int from, int size) {
        return connections.read(handle -> on(board, handle, PAGE, PAGE_OF_CLUB)
                .bind("from", from)
                .bind("to", (long) from + size)
                .map((row, context) -> standing(row))
                .list());
    }

    @Override
    public Optional<Standing> of(Board board, long fan) {
        return connections.read(handle -> on(board, handle, OF_FAN, OF_FAN_IN_CLUB)
                .bind("fan", fan)
                .map((row, context) -> standing(row))
                .findOne());
    }

    @Override
    public int size(Board board) {
        return connections.read(handle ->
                on(board, handle, SIZE, SIZE_OF_CLUB).mapTo(Integer.class).one());
    }

    @Override
    public Map<Long, Map<Integer, Totals>> byEpisode(long season, Collection<Long> fans) {
        return connections.read(handle -> {
            Map<Long, Map<Integer, Totals>> totals = new HashMap<>();
            fans.forEach(fan -> {
                Map<Integer, Totals> earned = byEpisode(handle, season, fan);
                if (!earned.isEmpty()) {
                    totals.put(fan, earned);
                }
            });
            return totals;
        });
    }

    private static Map<Integer, Totals> byEpisode(Handle handle, long season, long fan) {
        Map<Integer, Totals> earned = new HashMap<>();
        handle.createQuery(BY_EPISODE)
                .bind("season", season)
                .bind("fan", fan)
                .map((row, context) -> Map.entry(row.getInt("scope"), totals(row)))
                .forEach(each -> earned.put(each.getKey(), each.getValue()));
        return earned;
    }

    @Override
    public Optional<Totals> crowd(long season, Scope scope) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT points, correct, picked FROM crowd WHERE season = :season AND scope = :scope")
                .bind("season", season)
                .bind("scope", scope.code())
                .map((row, context) -> totals(row))
                .findOne());
    }

    private static Query on(Board board, Handle handle, String everyone, String club) {
        Query query = handle.createQuery(board.club().isPresent() ? club : everyone)
                .bind("season", board.season())
                .bind("scope", board.scope().code());
        board.club().ifPresent(id -> query.bind("club", id));
        return query;
    }

    private static void add(PreparedBatch batch, long season, long poll, String outcome, Verdict verdict) {
        batch.bind("season", season)
                .bind("poll", poll)
                .bind("outcome", outcome)
                .bind("counted", verdict.counted())
                .bind("correct", verdict.correct())
                .bind("points", verdict.points())
                .bind("fans", verdict.fans())
                .add();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getLong("poll"),
                row.getString("outcome"),
                new Verdict(
                        row.getBoolean("counted"),
                        row.getBoolean("correct"),
                        row.getBigDecimal("points"),
                        row.getInt("fans")));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("shared"),
                row.getLong("fan"),
                row.getString("name"),
                row.getBigDecimal("points"),
                row.getInt("correct"),
                row.getInt("picked"),
                Columns.numberIfAny(row, "earlier"));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(row.getBigDecimal("points"), row.getInt("correct"), row.getInt("picked"));
    }

    private record Given(long poll, String outcome, Verdict verdict) {}
}
