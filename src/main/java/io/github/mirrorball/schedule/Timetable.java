package io.github.mirrorball.schedule;

import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When polls open and lock: a pure function of a season, in instants of the show clock. */
public final class Timetable {

    /** However late the previous result is, polls open this long before air time. */
    static final Duration LATEST_OPENING = Duration.ofHours(12);

    private Timetable() {}

    /** When an episode's polls open. Empty once its result is in, since there is nothing left to ask. */
    public static Optional<Instant> opens(Season season, Episode episode) {
        if (isIn(season, episode)) {
            return Optional.empty();
        }
        Instant airs = episode.airs(season.zone());
        Instant earliest = airs.minus(season.settings().openLead());
        Instant latest = airs.minus(LATEST_OPENING);
        Instant previous = heldUpBy(season, episode)
                .map(before -> resultAt(season, before).orElse(latest))
                .orElse(earliest);
        Instant opens = previous.isAfter(earliest) ? previous : earliest;
        return Optional.of(opens.isAfter(latest) ? latest : opens);
    }

    /** The first instant at which a pick for an episode is too late. */
    public static Instant locks(Season season, Episode episode) {
        return episode.airs(season.zone()).plus(season.settings().lockOffset());
    }

    /** Whether an episode's result is in, so that it holds nothing up: it says at least who was eliminated. */
    public static boolean isIn(Season season, Episode episode) {
        return season.result(episode.number()).eliminated().isPresent();
    }

    private static Optional<Episode> heldUpBy(Season season, Episode episode) {
        return season.episodes().stream()
                .takeWhile(other -> other.number() != episode.number())
                .filter(other -> !other.asks().isEmpty() || isIn(season, other))
                .reduce((earlier, later) -> later);
    }

    private static Optional<Instant> resultAt(Season season, Episode episode) {
        return Optional.ofNullable(season.results().get(episode.number()))
                .filter(version -> version.result().eliminated().isPresent())
                .map(ResultVersion::at);
    }
}
