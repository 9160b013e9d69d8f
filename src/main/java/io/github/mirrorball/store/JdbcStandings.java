package io.github.mirrorball.store;

import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
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

/** Verdicts and standings in tables. */
final class JdbcStandings implements Standings {

    private static final String INSERT_VERDICT = """
            INSERT INTO verdict (season, poll, outcome, counted, correct, points, fans)
            VALUES (:season, :poll, :outcome, :counted, :correct, :points, :fans)""";
    private static final String INSERT_CROWD = """
            INSERT INTO crowd (season, scope, points, correct, picked)
            VALUES (:season, :scope, :points, :correct, :picked)""";

    private final Connections connections;

    JdbcStandings(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void replaceVerdicts(long season, Map<Long, Map<String, Verdict>> verdicts) {
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
    public List<Standing> page(StandingsQuery board, int from, int size) {
        return connections.read(handle -> board.club().isPresent()
                ? club(handle, board).stream().skip(from).limit(size).toList()
                : pages(handle, board).range(board.scope(), from, size));
    }

    @Override
    public Optional<Standing> of(StandingsQuery board, long fan) {
        return connections.read(handle -> board.club().isPresent()
                ? club(handle, board).stream().filter(row -> row.fan() == fan).findFirst()
                : pages(handle, board).of(board.scope(), fan));
    }

    @Override
    public int size(StandingsQuery board) {
        return connections.read(handle -> board.club().isPresent()
                ? club(handle, board).size()
                : pages(handle, board).size(board.scope()));
    }

    private static List<Standing> club(Handle handle, StandingsQuery board) {
        return pages(handle, board).club(board.scope(), board.club().orElseThrow());
    }

    private static StandingPages pages(Handle handle, StandingsQuery board) {
        return new StandingPages(handle, board.season());
    }

    @Override
    public Map<Long, Map<Integer, Totals>> byEpisode(long season, Collection<Long> fans) {
        return connections.read(handle -> {
            StandingPages pages = new StandingPages(handle, season);
            Map<Long, Map<Integer, Totals>> totals = new HashMap<>();
            fans.forEach(fan -> totals.put(fan, pages.episodes(fan)));
            totals.values().removeIf(Map::isEmpty);
            return totals;
        });
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

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(row.getBigDecimal("points"), row.getInt("correct"), row.getInt("picked"));
    }

    private record Given(long poll, String outcome, Verdict verdict) {}
}
