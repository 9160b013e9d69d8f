package io.github.mirrorball.league;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of a season's episodes. A local time that the zone skips is refused. */
public final class EpisodeEdits {

    private EpisodeEdits() {}

    /** Adds episodes. */
    public static Edit add(List<Episode> episodes) {
        return (season, now) -> {
            List<Episode> all = new ArrayList<>(season.episodes());
            all.addAll(episodes);
            for (Episode episode : episodes) {
                if (season.episode(episode.number()).isPresent()) {
                    return Change.refused("fault.episode.twice", episode.number());
                }
            }
            return check(
                    episodes, season, new Change.Made(season.withEpisodes(all), "episode.add", "", text(episodes)));
        };
    }

    /** Puts this in place of the episode with the same number. */
    public static Edit replace(Episode other) {
        return (season, now) -> season.episode(other.number())
                .map(before -> check(
                        List.of(other),
                        season,
                        new Change.Made(
                                season.withEpisodes(season.episodes().stream()
                                        .map(each -> each.number() == other.number() ? other : each)
                                        .toList()),
                                "episode.edit",
                                text(List.of(before)),
                                text(List.of(other)))))
                .orElseGet(() -> Change.refused("fault.episode.unknown", other.number()));
    }

    /** Removes an episode, unless it has a result. */
    public static Edit remove(int number) {
        return (season, now) -> {
            if (season.episode(number).isEmpty()) {
                return Change.refused("fault.episode.unknown", number);
            }
            if (season.asEntered().results().containsKey(number)) {
                return Change.refused("episode.hasResult", number);
            }
            List<Episode> kept = season.episodes().stream()
                    .filter(episode -> episode.number() != number)
                    .toList();
            String gone = text(season.episode(number).stream().toList());
            return new Change.Made(season.withEpisodes(kept), "episode.remove", gone, "");
        };
    }

    /** The number after the largest. */
    public static int next(Season season) {
        return season.episodes().stream()
                        .map(Episode::number)
                        .max(Comparator.naturalOrder())
                        .orElse(0)
                + 1;
    }

    private static Change check(List<Episode> changed, Season season, Change.Made made) {
        for (Episode episode : changed) {
            if (season.zone().getRules().getValidOffsets(episode.airsAt()).isEmpty()) {
                return Change.refused(
                        "episode.skipped",
                        season.zone().getId(),
                        episode.airsAt().toString().replace('T', ' '));
            }
        }
        return made;
    }

    private static String text(List<Episode> episodes) {
        return episodes.stream().map(EpisodeEdits::text).collect(Collectors.joining("; "));
    }

    private static String text(Episode episode) {
        String asks = episode.asks().stream().map(Ask::key).collect(Collectors.joining(", "));
        return episode.number() + " · " + episode.title() + " · "
                + episode.airsAt().toString().replace('T', ' ') + " · " + episode.minutes() + " min · [" + asks + "]";
    }
}
