package io.github.mirrorball.store;

import io.github.mirrorball.league.Jokers;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Jokers in a table. The held season keeps two writers of one joker apart. */
final class JdbcJokers implements Jokers {

    private static final String PUT = """
            MERGE INTO joker
            USING (VALUES (CAST(:season AS BIGINT), CAST(:fan AS BIGINT), CAST(:episode AS INT)))
                AS made (season, fan, episode)
            ON joker.season = made.season AND joker.fan = made.fan
            WHEN MATCHED THEN UPDATE SET episode = made.episode
            WHEN NOT MATCHED THEN INSERT (season, fan, episode) VALUES (made.season, made.fan, made.episode)""";

    private final Connections connections;

    JdbcJokers(Connections connections) {
        this.connections = connections;
    }

    @Override
    public OptionalInt of(long season, long fan) {
        return connections.read(
                handle -> handle.createQuery("SELECT episode FROM joker WHERE season = :season AND fan = :fan")
                        .bind("season", season)
                        .bind("fan", fan)
                        .map((row, context) -> OptionalInt.of(row.getInt("episode")))
                        .findOne()
                        .orElseGet(OptionalInt::empty));
    }

    @Override
    public Map<Long, Integer> ofSeason(long season) {
        Map<Long, Integer> jokers = new HashMap<>();
        connections.run(handle -> handle.createQuery("SELECT fan, episode FROM joker WHERE season = :season")
                .bind("season", season)
                .map((row, context) -> Map.entry(row.getLong("fan"), row.getInt("episode")))
                .forEach(each -> jokers.put(each.getKey(), each.getValue())));
        return jokers;
    }

    @Override
    public void put(long season, long fan, int episode) {
        connections.run(handle -> handle.createUpdate(PUT)
                .bind("season", season)
                .bind("fan", fan)
                .bind("episode", episode)
                .execute());
    }
}
