package io.github.mirrorball.schedule;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** When polls open and lock, and what else is due: pure functions of a season, in instants of the show clock. */
public final class Timetable {

    /** However late the previous result is, polls open this long before air time. */
    static final Duration LATEST_OPENING = Duration.ofHours(12);

    /** A reminder that would come within this time of the opening is none. */
    static final Duration QUIET_AFTER_OPENING = Duration.ofHours(1);

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
        return season.isIn(episode.number());
    }

    /** Everything else that is due in a season, whether its instant has passed or not; but for reveals nothing in an archived one. */
    public static Set<Moment> moments(Season season, List<Poll> polls) {
        Set<Moment> moments = new LinkedHashSet<>();
        season.pending()
                .forEach((episode, version) ->
                        moments.add(new Moment.Reveal(episode, version.version(), version.reveals())));
        if (!season.archived()) {
            Season entered = season.asEntered();
            moments.addAll(reminders(season, polls));
            for (Episode episode : season.episodes()) {
                moments.add(new Moment.Aired(episode.number(), episode.airs(season.zone())));
                if (!isIn(entered, episode)) {
                    moments.add(new Moment.Nudge(episode.number(), episode.ends(season.zone())));
                }
            }
        }
        return moments;
    }

    /** One reminder a lead for all polls that lock together, counted from the earliest of their openings. */
    public static Set<Moment.Reminder> reminders(Season season, List<Poll> polls) {
        Map<Instant, Instant> openings = new TreeMap<>();
        for (Poll poll : polls) {
            if (poll.state() == PollState.SCHEDULED || poll.state() == PollState.OPEN) {
                poll.opensAt().ifPresent(opens -> openings.merge(poll.locksAt(), opens, Timetable::earlier));
            }
        }
        Set<Moment.Reminder> reminders = new LinkedHashSet<>();
        openings.forEach((locks, opens) -> season.settings().reminders().stream()
                .map(lead -> new Moment.Reminder(locks, lead, before(locks, lead, season.zone())))
                .filter(reminder -> reminder.at().isAfter(opens.plus(QUIET_AFTER_OPENING)))
                .forEach(reminders::add));
        return reminders;
    }

    /** The whole days of a lead are days of the season's own calendar: a day before is the same time of day, whatever the clocks do. */
    private static Instant before(Instant locks, Duration lead, ZoneId zone) {
        long days = lead.toDays();
        return locks.atZone(zone).minusDays(days).toInstant().minus(lead.minusDays(days));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
                .map(ResultVersion::reveals);
    }
}
