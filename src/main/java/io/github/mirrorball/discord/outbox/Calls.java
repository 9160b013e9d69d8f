package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.view.CallPosts;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.container.Container;

/**
 * Puts into words what calls people to do something while there is time: reminders, the question for a result, a lock that moved. Each is
 * empty once it is too late for it, by the show clock. Thread-safe.
 */
final class Calls {

    private final Polls polls;
    private final Picks picks;
    private final Clock clock;

    Calls(Polls polls, Picks picks, Clock clock) {
        this.polls = polls;
        this.picks = picks;
        this.clock = clock;
    }

    Optional<Container> reminder(Season season, Messages words, Notice.Reminder notice) {
        List<Poll> locking = locking(season, notice.locksAt());
        Map<Long, Integer> totals = new HashMap<>();
        locking.forEach(poll -> totals.put(
                poll.id(),
                picks.tally(poll.id()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()));
        return locking.isEmpty() ? Optional.empty() : Optional.of(CallPosts.reminder(words, season, locking, totals));
    }

    Optional<Container> direct(Season season, Messages words, Notice.DirectReminder notice) {
        List<Poll> missing = locking(season, notice.locksAt()).stream()
                .filter(poll -> picks.of(poll.id(), notice.fan()).isEmpty())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(CallPosts.direct(words, season, missing));
    }

    /** The polls of which it is still true that they lock then. */
    private List<Poll> locking(Season season, Instant locksAt) {
        Instant now = clock.instant();
        return polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.locksAt().equals(locksAt) && poll.takesPicks(now) && !season.archived())
                .toList();
    }

    Optional<Container> nudge(Season season, Messages words, Notice.Nudge notice) {
        Optional<Episode> episode = season.episode(notice.episode());
        boolean over = episode.filter(known -> !clock.instant().isBefore(known.ends(season.zone())))
                .isPresent();
        return over && !season.asEntered().isIn(notice.episode())
                ? episode.map(known -> CallPosts.nudge(words, season, known))
                : Optional.empty();
    }

    Optional<Container> moved(Season season, Messages words, Notice.Moved notice) {
        List<Poll> open = notice.polls().stream()
                .flatMap(poll -> polls.find(poll).stream())
                .filter(poll -> poll.state() == PollState.OPEN)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(CallPosts.moved(words, season, open));
    }
}
