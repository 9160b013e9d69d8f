package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Notice.ChangedByHand.Deed;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.reactions.Gaps;
import io.github.mirrorball.schedule.Timetable;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.QuestionRules;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What hosts do to polls outside the timetable. Each is one transaction that holds the season and the poll, and none touches a pick.
 * Thread-safe.
 */
public final class PollsByHand {

    private static final int LAST_YEAR = 2100;

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Agenda agenda;
    private final Scores scores;
    private final Outbox outbox;
    private final Gaps gaps;
    private final AuditLog audit;
    private final Runnable due;
    private final Clock clock;

    /** @param due is run after a commit, since something may have become due or be owed */
    public PollsByHand(
            Transactions transactions,
            Seasons seasons,
            Polls polls,
            Agenda agenda,
            Scores scores,
            Outbox outbox,
            Gaps gaps,
            AuditLog audit,
            Runnable due,
            Clock clock) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.agenda = agenda;
        this.scores = scores;
        this.outbox = outbox;
        this.gaps = gaps;
        this.audit = audit;
        this.due = due;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It is done; this is the poll now. */
        record Done(Poll poll) implements Answer {}

        /** It cannot be; nothing was written. */
        record Refused(List<Fault> faults) implements Answer {}
    }

    /**
     * Where a poll differs from its season.
     *
     * @param lock its own lock, local to the season's zone
     */
    public record Terms(Optional<LocalDateTime> lock, Optional<Boolean> secret) {}

    /** Opens a scheduled poll now. */
    public Answer open(long poll, Terms terms, long by) {
        return withPollHeld(poll, by, "poll.open", (season, known, now) -> {
            Poll set = set(season, known, terms);
            List<Fault> faults = lockFaults(season, terms.lock(), now);
            if (known.state() != PollState.SCHEDULED) {
                faults.add(Fault.at("", "byhand.notScheduled"));
            } else if (!isPending(season, known)) {
                faults.add(Fault.at("", "byhand.resultIn"));
            } else if (!now.isBefore(set.locksAt())) {
                faults.add(Fault.at("", "byhand.lockGone"));
            }
            return faults.isEmpty() ? open(season, set, now) : new Answer.Refused(faults);
        });
    }

    /** Puts one more question to the fans, now; it belongs to an episode, whose result answers it. */
    public Answer ask(long season, int episode, Ask ask, Terms terms, long by) {
        return transactions.inOne(() -> seasons.hold(season)
                .flatMap(held -> held.episode(episode)
                        .map(found -> note(held, by, "poll.ask", "", ask(held, found, ask, terms))))
                .orElseGet(PollsByHand::answerGone));
    }

    /** What stands against {@link #ask}, without doing it. */
    public List<Fault> faults(Season season, Episode episode, Ask ask, Terms terms) {
        Instant now = now();
        List<Fault> faults = new ArrayList<>(QuestionRules.faults(season, episode, ask));
        faults.addAll(lockFaults(season, terms.lock(), now));
        if (ask.kind().aboutMarks()
                && season.asEntered().result(episode.number()).marks().isPresent()) {
            faults.add(Fault.at("", "byhand.resultIn"));
        } else if (terms.lock().isEmpty() && !now.isBefore(Timetable.locks(season, episode))) {
            faults.add(Fault.at("", "byhand.lockGone"));
        }
        return faults;
    }

    private Answer ask(Season season, Episode episode, Ask ask, Terms terms) {
        List<Fault> faults = faults(season, episode, ask, terms);
        if (!faults.isEmpty()) {
            return new Answer.Refused(faults);
        }
        Season asking = season.asking(episode.number(), ask);
        seasons.save(asking);
        agenda.keep(asking);
        return polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.episode().equals(OptionalInt.of(episode.number())))
                .filter(poll -> poll.ask().key().equals(ask.key()) && poll.state() == PollState.SCHEDULED)
                .findFirst()
                .map(poll -> open(asking, set(asking, poll, terms), now()))
                .orElseGet(PollsByHand::answerGone);
    }

    private Answer open(Season season, Poll poll, Instant now) {
        agenda.open(season, poll.at(Optional.of(now), poll.locksAt()));
        return finish(poll.id());
    }

    /** Locks an open poll at once. */
    public Answer lock(long poll, long by) {
        return withPollHeld(poll, by, "poll.lock", (season, known, now) -> {
            if (!known.takesPicks(now)) {
                return refused("byhand.notOpen");
            }
            agenda.lock(season, List.of(known.at(known.opensAt(), now)), now);
            return finish(poll);
        });
    }

    /** Moves the lock of a poll that is not locked yet. */
    public Answer move(long poll, LocalDateTime lock, long by) {
        return withPollHeld(poll, by, "poll.move", (season, known, now) -> {
            List<Fault> faults = lockFaults(season, Optional.of(lock), now);
            if (known.state() != PollState.SCHEDULED && !known.takesPicks(now)) {
                faults.add(Fault.at("", "byhand.lockedAlready"));
            }
            if (!faults.isEmpty()) {
                return new Answer.Refused(faults);
            }
            polls.save(set(season, known, new Terms(Optional.of(lock), Optional.empty())));
            if (known.state() == PollState.OPEN) {
                outbox.owe(season.id(), new Notice.CardChanged(poll));
                tell(season, poll, Deed.LOCK_MOVED, now);
            }
            return finish(poll);
        });
    }

    /** Lets a locked or called off poll take picks again until a new lock; the picks that were made stand. */
    public Answer reopen(long poll, LocalDateTime lock, long by) {
        return withPollHeld(poll, by, "poll.reopen", (season, known, now) -> {
            Poll back = known.with(known.byHand().calledOff(false));
            List<Fault> faults = lockFaults(season, Optional.of(lock), now);
            if (!isPending(season, back)) {
                faults.add(Fault.at("", "byhand.resultIn"));
            } else if (known.state() != PollState.LOCKED && !known.byHand().calledOff()) {
                faults.add(Fault.at("", "byhand.notLocked"));
            }
            return faults.isEmpty() ? reopen(season, back, lock, now) : new Answer.Refused(faults);
        });
    }

    private Answer reopen(Season season, Poll back, LocalDateTime lock, Instant now) {
        Poll set = set(season, back, new Terms(Optional.of(lock), Optional.empty()));
        if (outbox.posted(new Notice.Card(back.id())).isEmpty()) {
            return open(season, set, now);
        }
        polls.save(set.with(agenda.outcomes(season, set)).in(PollState.OPEN));
        // Nobody watched its card while it took no picks.
        gaps.mark(back.id(), true);
        outbox.owe(season.id(), new Notice.CardChanged(back.id()));
        outbox.owe(season.id(), new Notice.Seeds(back.id()));
        tell(season, back.id(), Deed.REOPENED, now);
        return finish(back.id());
    }

    /** Calls a poll off: it counts for nobody, whatever the results say. Its picks are kept and count nowhere. */
    public Answer callOff(long poll, long by) {
        return withPollHeld(poll, by, "poll.cancel", (season, known, now) -> {
            if (known.state() == PollState.CANCELED) {
                return refused("byhand.canceledAlready");
            }
            polls.save(known.with(known.byHand().calledOff(true)).in(PollState.CANCELED));
            if (known.state() != PollState.SCHEDULED) {
                outbox.owe(season.id(), new Notice.CardChanged(poll));
                tell(season, poll, Deed.CALLED_OFF, now);
            }
            if (known.state() == PollState.RESOLVED) {
                scores.replace(season);
            }
            return finish(poll);
        });
    }

    private void tell(Season season, long poll, Deed deed, Instant now) {
        outbox.owe(season.id(), new Notice.ChangedByHand(poll, deed, now));
    }

    private static Poll set(Season season, Poll poll, Terms terms) {
        Poll locking = terms.lock()
                .map(lock -> poll.with(poll.byHand().lockingAt(lock))
                        .at(poll.opensAt(), lock.atZone(season.zone()).toInstant()))
                .orElse(poll);
        return terms.secret().map(locking::secret).orElse(locking);
    }

    private static List<Fault> lockFaults(Season season, Optional<LocalDateTime> lock, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (season.archived()) {
            faults.add(Fault.at("", "byhand.archived"));
        }
        lock.ifPresent(local -> {
            if (local.getYear() > LAST_YEAR) {
                faults.add(Fault.at("", "fault.time.year", 1950, LAST_YEAR));
            } else if (season.zone().getRules().getValidOffsets(local).isEmpty()) {
                faults.add(Fault.at("", "fault.time.skipped", season.zone().getId()));
            } else if (!local.atZone(season.zone()).toInstant().isAfter(now)) {
                faults.add(Fault.at("", "byhand.lockPast", season.zone().getId()));
            }
        });
        return faults;
    }

    private static boolean isPending(Season season, Poll poll) {
        return Ruling.of(season.asEntered(), poll).verdict() == Ruling.Verdict.PENDING;
    }

    /** The clock is read while the poll is held, so that no pick is later than a lock that is set to now. */
    private Answer withPollHeld(long poll, long by, String what, Change change) {
        return transactions.inOne(() -> polls.find(poll)
                .flatMap(found -> seasons.hold(found.season()))
                .flatMap(season -> polls.gate(poll, "")
                        .flatMap(eligibility -> polls.find(poll))
                        .map(known ->
                                note(season, by, what, described(season, known), change.made(season, known, now()))))
                .orElseGet(PollsByHand::answerGone));
    }

    private Answer note(Season season, long by, String what, String before, Answer answer) {
        if (answer instanceof Answer.Done done) {
            audit.note(season.id(), new AuditLog.Entry(now(), by, what, before, described(season, done.poll())));
        }
        return answer;
    }

    private static String described(Season season, Poll poll) {
        String episode =
                poll.episode().isPresent() ? "episode " + poll.episode().getAsInt() + ", " : "";
        return episode + poll.ask().key() + ": " + poll.state().name().toLowerCase(Locale.ROOT) + ", locks "
                + LocalDateTime.ofInstant(poll.locksAt(), season.zone());
    }

    private Answer finish(long poll) {
        transactions.runAfterCommit(due);
        Optional<Poll> changed = polls.find(poll);
        changed.flatMap(known -> seasons.find(known.season())).ifPresent(agenda::keepMoments);
        return changed.<Answer>map(Answer.Done::new).orElseGet(PollsByHand::answerGone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Answer answerGone() {
        return refused("reply.stale");
    }

    private static Answer refused(String key) {
        return new Answer.Refused(List.of(Fault.at("", key)));
    }

    private interface Change {
        Answer made(Season season, Poll poll, Instant now);
    }
}
