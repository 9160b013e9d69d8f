package io.github.mirrorball.store;

import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Verdicts and standings in tables. A fan's name is read from the fan, so that it is the last seen one. */
final class JdbcStandings implements Standings {

    private static final int ROWS_AT_A_TIME = 1000;

    private static final String INSERT_VERDICT = """
            INSERT INTO verdict (season, poll, outcome, counted, correct, points)
            VALUES (:season, :poll, :outcome, :counted, :correct, :points)""";
    private static final String INSERT_STANDING = """
            INSERT INTO standing (season, place, shared, fan, points, correct, picked)
            VALUES (:season, :place, :rank, :fan, :points, :correct, :picked)""";
    private static final String STANDING = """
            SELECT t.shared, t.fan, f.name, t.points, t.correct, t.picked
            FROM standing t JOIN fan f ON f.id = t.fan WHERE t.season = :season AND\s""";
    private static final String PAGE = STANDING + "t.place >= :from AND t.place < :to ORDER BY t.place";
    private static final String OF_FAN = STANDING + "t.fan = :fan";

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
                        "SELECT poll, outcome, counted, correct, points FROM verdict WHERE season = :season")
                .bind("season", season)
                .map((row, context) -> given(row))
                .forEach(given -> verdicts.computeIfAbsent(given.poll, poll -> new HashMap<>())
                        .put(given.outcome, given.verdict)));
        return verdicts;
    }

    @Override
    public void replace(long season, List<Standing> standings) {
        connections.run(handle -> {
            handle.execute("DELETE FROM standing WHERE season = ?", season);
            for (int from = 0; from < standings.size(); from += ROWS_AT_A_TIME) {
                int to = Math.min(from + ROWS_AT_A_TIME, standings.size());
                try (PreparedBatch batch = handle.prepareBatch(INSERT_STANDING)) {
                    for (int place = from; place < to; place++) {
                        add(batch, season, place, standings.get(place));
                    }
                    batch.execute();
                }
            }
        });
    }

    @Override
    public List<Standing> page(long season, int from, int size) {
        return connections.with(handle -> handle.createQuery(PAGE)
                .bind("season", season)
                .bind("from", from)
                .bind("to", (long) from + size)
                .map((row, context) -> standing(row))
                .list());
    }

    @Override
    public Optional<Standing> of(long season, long fan) {
        return connections.with(handle -> handle.createQuery(OF_FAN)
                .bind("season", season)
                .bind("fan", fan)
                .map((row, context) -> standing(row))
                .findOne());
    }

    @Override
    public int size(long season) {
        return connections.with(handle -> handle.createQuery("SELECT COUNT(*) FROM standing WHERE season = :season")
                .bind("season", season)
                .mapTo(Integer.class)
                .one());
    }

    private static void add(PreparedBatch batch, long season, long poll, String outcome, Verdict verdict) {
        batch.bind("season", season)
                .bind("poll", poll)
                .bind("outcome", outcome)
                .bind("counted", verdict.counted())
                .bind("correct", verdict.correct())
                .bind("points", verdict.points())
                .add();
    }

    private static void add(PreparedBatch batch, long season, int place, Standing standing) {
        batch.bind("season", season)
                .bind("place", place)
                .bind("rank", standing.rank())
                .bind("fan", standing.fan())
                .bind("points", standing.points())
                .bind("correct", standing.correct())
                .bind("picked", standing.picked())
                .add();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getLong("poll"),
                row.getString("outcome"),
                new Verdict(row.getBoolean("counted"), row.getBoolean("correct"), row.getBigDecimal("points")));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("shared"),
                row.getLong("fan"),
                row.getString("name"),
                row.getBigDecimal("points"),
                row.getInt("correct"),
                row.getInt("picked"));
    }

    private record Given(long poll, String outcome, Verdict verdict) {}
}
