package io.github.mirrorball.store;

import io.github.mirrorball.league.Picks;
import io.github.mirrorball.poll.Pick;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Picks in a table. Its key keeps them to one a fan and poll; the held poll keeps two writers of one pick apart. */
final class JdbcPicks implements Picks {

    /** So few that they stay in memory: H2 writes larger results to the disk first. */
    private static final int FANS_AT_A_TIME = 1_000;

    /** Not atomic by itself on either database: two at once can both find nothing and both insert. */
    private static final String PUT = """
            MERGE INTO pick
            USING (VALUES (CAST(:poll AS BIGINT), CAST(:fan AS BIGINT), CAST(:outcome AS VARCHAR),
                CAST(:at AS TIMESTAMP WITH TIME ZONE), CAST(:byReaction AS BOOLEAN),
                COALESCE((SELECT p.gap FROM poll p WHERE p.id = :poll), 0)))
                AS made (poll, fan, outcome, picked_at, by_reaction, gap)
            ON pick.poll = made.poll AND pick.fan = made.fan
            WHEN MATCHED THEN
                UPDATE SET outcome = made.outcome, picked_at = made.picked_at, by_reaction = made.by_reaction,
                    gap = made.gap
            WHEN NOT MATCHED THEN
                INSERT (poll, fan, outcome, picked_at, by_reaction, gap)
                VALUES (made.poll, made.fan, made.outcome, made.picked_at, made.by_reaction, made.gap)""";

    private static final String OF =
            "SELECT poll, fan, outcome, picked_at, by_reaction FROM pick WHERE poll = :poll AND fan = :fan";
    private static final String OF_FAN = """
            SELECT k.poll, k.fan, k.outcome, k.picked_at, k.by_reaction
            FROM pick k JOIN poll p ON p.id = k.poll
            WHERE k.fan = :fan AND p.season = :season ORDER BY p.locks_at, p.id""";
    private static final String FANS_ON = """
            SELECT f.name FROM pick k JOIN fan f ON f.id = k.fan
            WHERE k.poll = :poll AND k.outcome IN (<outcomes>)
                AND NOT EXISTS (
                    SELECT 1 FROM hidden_fan h JOIN poll p ON p.season = h.season WHERE p.id = k.poll AND h.fan = k.fan)
            ORDER BY k.picked_at, k.fan FETCH FIRST <most> ROWS ONLY""";
    private static final String FANS = """
            SELECT fan, outcome FROM pick WHERE poll = :poll AND fan > :after
            ORDER BY poll, fan FETCH FIRST :most ROWS ONLY""";

    private final Connections connections;

    JdbcPicks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void put(Pick pick) {
        connections.run(handle -> handle.createUpdate(PUT)
                .bind("poll", pick.poll())
                .bind("fan", pick.fan())
                .bind("outcome", pick.outcome())
                .bind("at", Columns.at(pick.at()))
                .bind("byReaction", pick.byReaction())
                .execute());
    }

    @Override
    public boolean remove(long poll, long fan) {
        return connections.with(handle -> handle.execute("DELETE FROM pick WHERE poll = ? AND fan = ?", poll, fan)) > 0;
    }

    @Override
    public Optional<Pick> of(long poll, long fan) {
        return connections.read(handle -> handle.createQuery(OF)
                .bind("poll", poll)
                .bind("fan", fan)
                .map((row, context) -> pick(row))
                .findOne());
    }

    @Override
    public List<Pick> ofFan(long season, long fan) {
        return connections.read(handle -> handle.createQuery(OF_FAN)
                .bind("season", season)
                .bind("fan", fan)
                .map((row, context) -> pick(row))
                .list());
    }

    @Override
    public Map<String, Integer> tally(long poll) {
        Map<String, Integer> tally = new HashMap<>();
        connections
                .read(handle -> handle.createQuery(
                                "SELECT outcome, COUNT(*) AS fans FROM pick WHERE poll = :poll GROUP BY outcome")
                        .bind("poll", poll)
                        .map((row, context) -> Map.entry(row.getString("outcome"), row.getInt("fans")))
                        .list())
                .forEach(each -> tally.put(each.getKey(), each.getValue()));
        return tally;
    }

    @Override
    public List<String> fansOn(long poll, Set<String> outcomes, int most) {
        return outcomes.isEmpty()
                ? List.of()
                : connections.read(handle -> handle.createQuery(FANS_ON)
                        .bind("poll", poll)
                        .bindList("outcomes", List.copyOf(outcomes))
                        .define("most", most)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public Map<String, List<Long>> fans(long poll) {
        Map<String, List<Long>> fans = new HashMap<>();
        connections.run(handle -> {
            List<Long> page = List.of(0L);
            while (!page.isEmpty()) {
                page = fans(handle, poll, page.get(page.size() - 1), fans);
            }
        });
        return fans;
    }

    private static List<Long> fans(Handle handle, long poll, long after, Map<String, List<Long>> fans) {
        return handle.createQuery(FANS)
                .bind("poll", poll)
                .bind("after", after)
                .bind("most", FANS_AT_A_TIME)
                .map((row, context) -> {
                    long fan = row.getLong("fan");
                    fans.computeIfAbsent(row.getString("outcome"), outcome -> new ArrayList<>())
                            .add(fan);
                    return fan;
                })
                .list();
    }

    private static Pick pick(ResultSet row) throws SQLException {
        return new Pick(
                row.getLong("poll"),
                row.getLong("fan"),
                row.getString("outcome"),
                Columns.instant(row, "picked_at"),
                row.getBoolean("by_reaction"));
    }
}
