package io.github.mirrorball.league;

import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.schedule.Due;
import io.github.mirrorball.schedule.Due.DuePoll;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.schedule.Moments.DueMoment;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the timetable has due: opens and locks polls, and whatever else a week brings. Each season's due work is a transaction of its own. */
public final class RunDue {

    private static final Logger LOG = LoggerFactory.getLogger(RunDue.class);
    private static final int AT_ONCE = 500;
    /** Others may have to wait for the transaction of so many, so there are not more of them. */
    private static final int LOCKED_TOGETHER = 75;
    /** However much else is due at one instant, no lock waits for more of it than this. */
    private static final int SEASONS_BETWEEN_LOCKS = 25;

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Due due;
    private final Agenda agenda;
    private final Moments moments;
    private final MomentHandler handler;
    private final LeaveServer departures;
    private final Clock clock;
    private final Telemetry telemetry;

    public RunDue(
            Transactions transactions,
            Seasons seasons,
            Polls polls,
            Due due,
            Agenda agenda,
            Moments moments,
            MomentHandler handler,
            LeaveServer departures,
            Clock clock,
            Telemetry telemetry) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.due = due;
        this.agenda = agenda;
        this.moments = moments;
        this.handler = handler;
        this.departures = departures;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /** Does everything that is due at the show clock's present, and tells when there is more to do. */
    public Optional<Instant> run() {
        Instant now = clock.instant();
        lock();
        Doing<DuePoll> opening = new Doing<>(DuePoll::season, this::open, opened -> {}, this::lock);
        repeat(() -> due.toOpen(now, AT_ONCE), opening);
        boolean came = repeat(
                () -> moments.due(now, AT_ONCE),
                new Doing<>(
                        DueMoment::season,
                        (season, found) -> carryOut(season, found, now),
                        this::carryOut,
                        this::lock));
        if (came) {
            // A result that has just been revealed may open the next polls.
            repeat(() -> due.toOpen(now, AT_ONCE), opening);
        }
        departures.purge();
        wipe(now);
        return due.nextAfter(now);
    }

    private void wipe(Instant now) {
        try {
            due.wipe(now);
        } catch (RuntimeException broken) {
            LOG.error("What was deleted could not be wiped and is when something is next due", broken);
        }
    }

    /** Locks what is due: what nothing but the clock decides many at once, and the rest season by season. */
    private void lock() {
        Instant now = clock.instant();
        try {
            List<DuePoll> locked = lockTogether(now);
            while (!locked.isEmpty()) {
                locked.forEach(this::lock);
                locked = lockTogether(now);
            }
        } catch (RuntimeException broken) {
            LOG.error("Polls could not be locked together and are season by season", broken);
        }
        repeat(() -> due.toLock(now, AT_ONCE), new Doing<>(DuePoll::season, this::lock, this::lock, () -> {}));
    }

    private List<DuePoll> lockTogether(Instant now) {
        return transactions.inOne(() -> {
            List<DuePoll> found = due.holdToLock(now, LOCKED_TOGETHER);
            if (!found.isEmpty()) {
                agenda.lock(found);
            }
            return found;
        });
    }

    /** Goes on until nothing is due, or nothing that is due can be done. True if anything was due. */
    private <T> boolean repeat(Supplier<List<T>> batch, Doing<T> doing) {
        List<T> before = List.of();
        List<T> found = batch.get();
        while (!found.isEmpty() && !found.equals(before)) {
            int seasons = 0;
            for (Map.Entry<Long, List<T>> each :
                    found.stream().collect(Collectors.groupingBy(doing.season)).entrySet()) {
                runInSeason(each.getKey(), each.getValue(), doing);
                if (++seasons % SEASONS_BETWEEN_LOCKS == 0) {
                    doing.meanwhile.run();
                }
            }
            before = found;
            found = batch.get();
        }
        return !(found.isEmpty() && before.isEmpty());
    }

    /** What fails together is done one by one, so that what is broken stops nothing else. */
    private <T> void runInSeason(long id, List<T> found, Doing<T> doing) {
        if (!markDone(id, found, doing) && found.size() > 1) {
            found.forEach(each -> markDone(id, List.of(each), doing));
        }
    }

    private <T> boolean markDone(long id, List<T> found, Doing<T> doing) {
        try {
            transactions.inOne(() -> {
                seasons.hold(id).ifPresent(season -> doing.work.accept(season, found));
                return id;
            });
            found.forEach(doing.done);
            return true;
        } catch (RuntimeException broken) {
            LOG.error("Due work of season {} failed and is tried again when something is next due", id, broken);
            return false;
        }
    }

    private void lock(DuePoll poll) {
        telemetry.recordDone(Telemetry.Task.LOCK, Duration.between(poll.due(), clock.instant()));
    }

    private void carryOut(DueMoment moment) {
        telemetry.recordDone(
                Telemetry.Task.MOMENT, Duration.between(moment.moment().at(), clock.instant()));
    }

    private void lock(Season season, List<DuePoll> found) {
        found.stream()
                .collect(Collectors.groupingBy(DuePoll::due))
                .forEach((at, together) -> agenda.lock(season, in(PollState.OPEN, together), at));
        agenda.keepMoments(season);
    }

    private void open(Season season, List<DuePoll> found) {
        in(PollState.SCHEDULED, found).forEach(poll -> agenda.open(season, poll));
        agenda.keepMoments(season);
    }

    private void carryOut(Season season, List<DueMoment> found, Instant now) {
        handler.handle(season, found.stream().map(DueMoment::moment).toList(), now);
    }

    private List<Poll> in(PollState state, List<DuePoll> found) {
        return found.stream()
                .map(each -> polls.find(each.poll()))
                .flatMap(Optional::stream)
                .filter(poll -> poll.state() == state)
                .toList();
    }

    /**
     * How one kind of due work is done.
     *
     * @param season whose work something is
     * @param done takes what was done, after the commit
     * @param meanwhile is done now and then
     */
    private record Doing<T>(
            Function<T, Long> season, BiConsumer<Season, List<T>> work, Consumer<T> done, Runnable meanwhile) {}
}
