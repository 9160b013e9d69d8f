package io.github.mirrorball.store;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The cast and the episodes of a season: rows that are always written together, with the season's row held. */
final class SeasonParts {

    private static final String CAST =
            "SELECT id, name, partner, emoji FROM contestant WHERE season = :season ORDER BY place";
    private static final String EPISODES =
            "SELECT number, title, airs_at, minutes, asks FROM episode WHERE season = :season";
    private static final String INSERT_CONTESTANT = """
            INSERT INTO contestant (season, id, place, name, partner, emoji)
            VALUES (:season, :id, :place, :name, :partner, :emoji)""";
    private static final String INSERT_EPISODE = """
            INSERT INTO episode (season, number, title, airs_at, minutes, asks)
            VALUES (:season, :number, :title, :airsAt, :minutes, :asks)""";

    private SeasonParts() {}

    static List<Contestant> cast(Handle handle, long season) {
        return handle.createQuery(CAST)
                .bind("season", season)
                .map((row, context) -> new Contestant(
                        row.getString("id"),
                        row.getString("name"),
                        Columns.textIfAny(row, "partner"),
                        Columns.textIfAny(row, "emoji")))
                .list();
    }

    static List<Episode> episodes(Handle handle, long season) {
        return handle.createQuery(EPISODES)
                .bind("season", season)
                .map((row, context) -> new Episode(
                        row.getInt("number"),
                        row.getString("title"),
                        Columns.local(row, "airs_at"),
                        row.getInt("minutes"),
                        ShowText.asks(row.getString("asks"))))
                .list();
    }

    static void replace(Handle handle, long id, Season season) {
        handle.execute("DELETE FROM contestant WHERE season = ?", id);
        handle.execute("DELETE FROM episode WHERE season = ?", id);
        insertCast(handle, id, season.cast());
        insertEpisodes(handle, id, season.episodes());
    }

    private static void insertCast(Handle handle, long season, List<Contestant> cast) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_CONTESTANT)) {
            for (int place = 0; place < cast.size(); place++) {
                Contestant who = cast.get(place);
                batch.bind("season", season)
                        .bind("id", who.id())
                        .bind("place", place)
                        .bind("name", who.name())
                        .bind("partner", Columns.text(who.partner()))
                        .bind("emoji", Columns.text(who.emoji()))
                        .add();
            }
            batch.execute();
        }
    }

    private static void insertEpisodes(Handle handle, long season, List<Episode> episodes) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_EPISODE)) {
            episodes.forEach(episode -> batch.bind("season", season)
                    .bind("number", episode.number())
                    .bind("title", episode.title())
                    .bind("airsAt", Columns.at(episode.airsAt()))
                    .bind("minutes", episode.minutes())
                    .bind("asks", ShowText.asks(episode.asks()))
                    .add());
            batch.execute();
        }
    }
}
