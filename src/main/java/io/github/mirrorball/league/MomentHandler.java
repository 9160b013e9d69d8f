package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.schedule.Moment;
import io.github.mirrorball.schedule.Moment.Aired;
import io.github.mirrorball.schedule.Moment.Nudge;
import io.github.mirrorball.schedule.Moment.Reminder;
import io.github.mirrorball.schedule.Moment.Reveal;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.schedule.Timetable;
import io.github.mirrorball.show.Season;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a season's moments bring about. Called inside the transaction that marks them as done, with the season held. */
public final class MomentHandler {

    private final Seasons seasons;
    private final Polls polls;
    private final Moments moments;
    private final OptIns optIns;
    private final Outbox outbox;
    private final RevealResult revealResult;
    private final PlanScheduledEvents events;

    public MomentHandler(
            Seasons seasons,
            Polls polls,
            Moments moments,
            OptIns optIns,
            Outbox outbox,
            RevealResult revealResult,
            PlanScheduledEvents events) {
        this.seasons = seasons;
        this.polls = polls;
        this.moments = moments;
        this.optIns = optIns;
        this.outbox = outbox;
        this.revealResult = revealResult;
        this.events = events;
    }

    /** Does what is due and was not done. One that is no longer there was taken back, and nothing comes of it. */
    void handle(Season season, List<Moment> due, Instant now) {
        List<Moment> taken =
                due.stream().filter(each -> moments.markDone(season.id(), each)).toList();
        Optional<Season> current = Optional.of(season);
        for (Moment moment : newest(taken)) {
            current.ifPresent(known -> handle(known, moment, now));
            if (moment instanceof Reveal) {
                current = seasons.find(season.id());
            }
        }
    }

    /** Whoever was away over several reminders of one lock gives the last of them only. */
    private static List<Moment> newest(List<Moment> taken) {
        return taken.stream()
                .filter(moment -> !(moment instanceof Reminder reminder)
                        || taken.stream().noneMatch(other -> isLater(reminder, other)))
                .toList();
    }

    private static boolean isLater(Reminder reminder, Moment other) {
        return other instanceof Reminder later
                && later.locksAt().equals(reminder.locksAt())
                && later.at().isAfter(reminder.at());
    }

    private void handle(Season season, Moment moment, Instant now) {
        if (moment instanceof Reminder reminder) {
            remind(season, reminder, now);
        } else if (moment instanceof Nudge nudge) {
            nudge(season, nudge);
        } else if (moment instanceof Aired) {
            events.keep(season);
        } else if (moment instanceof Reveal reveal) {
            revealResult.reveal(season, reveal.episode(), reveal.version());
        }
    }

    /** The last reminder before a lock goes to every fan who asked for it and has not picked, so that nobody gets two a week. */
    private void remind(Season season, Reminder reminder, Instant now) {
        List<Poll> all = polls.ofSeason(season.id());
        List<Long> locking = all.stream()
                .filter(poll -> poll.locksAt().equals(reminder.locksAt()) && poll.takesPicks(now))
                .map(Poll::id)
                .toList();
        if (locking.isEmpty()) {
            return;
        }
        outbox.owe(season.id(), new Notice.Reminder(season.id(), reminder.locksAt()));
        if (Timetable.reminders(season, all).stream().noneMatch(other -> isLater(reminder, other))) {
            optIns.missing(season.server(), locking)
                    .forEach(fan ->
                            outbox.owe(season.id(), new Notice.DirectReminder(season.id(), reminder.locksAt(), fan)));
        }
    }

    private void nudge(Season season, Nudge nudge) {
        outbox.owe(season.id(), new Notice.Nudge(season.id(), nudge.episode()));
    }
}
