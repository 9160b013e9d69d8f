package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.OptIns;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.ops.Deadline;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Place;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.schedule.Announcer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what is owed: one request at a time in each channel, the most urgent first, all channels side by side on one paced budget. Only its
 * own thread touches the outbox; answers from Discord are queued for it. Thread-safe.
 */
public final class OutboxSender implements Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    /** Another process may owe something here too, as when somebody has themselves erased everywhere. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final int REMOVALS_AT_ONCE = 50;
    /** Discord takes many direct messages in a short time for spam. */
    private static final int DIRECT_PER_SECOND = 1;

    private final Outbox outbox;
    private final Polls polls;
    private final Reactions reactions;
    private final OpenCards cards;
    private final BooleanSupplier holdsLease;
    private final InstantSource systemClock;
    private final Timeouts timeouts;
    private final Pace pace;
    private final Pace directPace;
    private final Deliveries deliveries;
    private final Sweeper sweeper;
    private final RequestBudget budget;
    private final List<BackgroundTask> beforeRemovals = new ArrayList<>();
    private final List<BackgroundTask> afterRemovals = new ArrayList<>();
    private final Thread thread = new Thread(this::loop, "courier");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Runnable> answers = new ArrayDeque<>();
    private Instant unparkAt;
    private boolean awake = true;
    private boolean idle;
    private boolean closed;

    /**
     * @param holdsLease whether this process may send what is owed
     * @param perSecond how many requests a second may be sent unasked
     */
    public OutboxSender(
            Outbox outbox,
            Polls polls,
            Reactions reactions,
            CastPick cast,
            OpenCards cards,
            OptIns optIns,
            LostCards lost,
            Lanes lanes,
            Post post,
            ScheduledEventQueue events,
            BooleanSupplier holdsLease,
            InstantSource systemClock,
            Timeouts timeouts,
            int perSecond) {
        this.outbox = outbox;
        this.polls = polls;
        this.reactions = reactions;
        this.cards = cards;
        this.holdsLease = holdsLease;
        this.systemClock = systemClock;
        this.timeouts = timeouts;
        this.unparkAt = systemClock.instant().plus(timeouts.parked());
        this.pace = new Pace(perSecond, System.nanoTime());
        this.directPace = new Pace(DIRECT_PER_SECOND, System.nanoTime());
        this.deliveries =
                new Deliveries(outbox, polls, cards, optIns, lost, post, events, systemClock, timeouts, this::answer);
        this.sweeper = new Sweeper(outbox, polls, cast, lanes, post, this::answer, timeouts);
        this.budget = new RequestBudget(pace, deliveries, this::answer);
        thread.setDaemon(true);
    }

    /** Adds what is done beside posting, in the order of urgency; before {@link #start}. */
    public void add(Reconciler reconciler, Refresher refresher) {
        beforeRemovals.add(reconciler);
        afterRemovals.add(refresher);
        reconciler.wakeBy(this::nudge);
        refresher.wakeBy(this::nudge);
    }

    private void nudge() {
        wake(() -> awake = true);
    }

    /** Recalls which messages are cards of open polls; before the first event comes in. */
    public void recall() {
        Map<Long, Long> standing = outbox.cards();
        Map<Long, Poll> open = new HashMap<>();
        polls.all(Set.copyOf(standing.values())).forEach(poll -> open.put(poll.id(), poll));
        standing.forEach(
                (message, poll) -> Optional.ofNullable(open.get(poll)).ifPresent(found -> cards.put(message, found)));
    }

    /** Begins to post, once Discord is there. */
    public void start() {
        thread.start();
    }

    /** What parked notices lacked may have been mended: those of a server, or of all where none is named. */
    public void onMended(OptionalLong server) {
        answer(() -> outbox.unpark(server));
    }

    /** Not all that is mended is seen to be, so from time to time whatever is parked is tried again. */
    private void unparkInTime() {
        if (!systemClock.instant().isBefore(unparkAt)) {
            unparkAt = systemClock.instant().plus(timeouts.parked());
            outbox.unpark(OptionalLong.empty());
        }
    }

    @Override
    public void wake() {
        beforeRemovals.forEach(BackgroundTask::look);
        nudge();
    }

    private void answer(Runnable answer) {
        wake(() -> answers.add(answer));
    }

    private void wake(Runnable change) {
        lock.lock();
        try {
            change.run();
            idle = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nothing that may be sent now is unsent and nothing sent is unanswered. */
    public void settle() throws InterruptedException {
        wake();
        lock.lock();
        try {
            while (!idle && !closed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes up no new notices and waits for the answers to what is under way. */
    public void close(Deadline end) {
        wake(() -> closed = true);
        end.awaitEnd(thread);
    }

    private void loop() {
        RestWindow rest = new RestWindow(Duration.ZERO, false);
        while (pause(rest)) {
            rest = runTurn();
        }
    }

    private RestWindow runTurn() {
        try {
            return turn();
        } catch (RuntimeException broken) {
            LOG.error("What is owed could not be looked at; trying again", broken);
            return new RestWindow(AFTER_A_FAILURE, false);
        }
    }

    /** Sends what may be sent. */
    private RestWindow turn() {
        sweeper.forgetReported();
        deliveries.giveUpLate(System.nanoTime());
        if (isClosed() || !holdsLease.getAsBoolean()) {
            return new RestWindow(LONGEST_SLEEP, false);
        }
        int budget = pace.available(System.nanoTime());
        if (budget == 0) {
            return outOfBudget();
        }
        unparkInTime();
        Optional<Instant> nextTry = outbox.nextTry();
        boolean directWaits = false;
        for (Owed owed : outbox.sendable(systemClock.instant(), deliveries.busy(), budget)) {
            boolean direct = owed.notice().place() instanceof Place.DirectMessages;
            if (direct && directPace.untilNext(System.nanoTime()) > 0) {
                directWaits = true;
            } else if (!deliveries.isBusy(owed.channel())) {
                if (!pace.take(System.nanoTime())) {
                    return outOfBudget();
                }
                if (direct) {
                    directPace.take(System.nanoTime());
                }
                deliveries.send(owed, System.nanoTime());
            }
        }
        RestWindow chores = RestWindow.AT_LENGTH;
        for (BackgroundTask chore : beforeRemovals) {
            chores = chores.or(runGuarded(chore));
        }
        if (chores.isOutOfBudget()) {
            return chores;
        }
        for (Removal removal : reactions.asked(REMOVALS_AT_ONCE)) {
            if (!pace.take(System.nanoTime())) {
                return outOfBudget();
            }
            sweeper.sweep(removal);
        }
        for (BackgroundTask chore : afterRemovals) {
            chores = chores.or(runGuarded(chore));
        }
        if (directWaits) {
            chores = chores.or(new RestWindow(Duration.ofNanos(directPace.untilNext(System.nanoTime())), true));
        }
        boolean watchful = sweeper.awaitsReports() || !deliveries.isQuiet();
        Duration longest = watchful ? timeouts.report() : LONGEST_SLEEP;
        Instant next = nextTry.filter(at -> at.isBefore(unparkAt)).orElse(unparkAt);
        return chores.or(new RestWindow(Collections.min(List.of(until(next), longest)), false));
    }

    private RestWindow outOfBudget() {
        return new RestWindow(Duration.ofNanos(pace.untilNext()), true);
    }

    private RestWindow runGuarded(BackgroundTask chore) {
        try {
            return chore.turn(budget);
        } catch (RuntimeException broken) {
            LOG.error("A chore failed and is tried again", broken);
            return new RestWindow(AFTER_A_FAILURE, false);
        }
    }

    private Duration until(Instant instant) {
        Duration wait = Duration.between(systemClock.instant(), instant);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Runs queued answers, then rests unless there is more to do. False when it is time to end. */
    private boolean pause(RestWindow rest) {
        Queue<Runnable> now = new ArrayDeque<>();
        lock.lock();
        try {
            long nanos = rest.rest().toNanos();
            while (!awake && answers.isEmpty() && nanos > 0 && !(closed && isQuiet())) {
                idle = isQuiet() && !rest.more();
                changed.signalAll();
                nanos = changed.awaitNanos(nanos);
            }
            awake = false;
            now.addAll(answers);
            answers.clear();
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
        now.forEach(OutboxSender::runGuarded);
        return !(isClosed() && isQuiet());
    }

    private static void runGuarded(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException broken) {
            LOG.error("The answer to a notice could not be kept", broken);
        }
    }

    private boolean isQuiet() {
        return deliveries.isQuiet()
                && sweeper.isQuiet()
                && answers.isEmpty()
                && beforeRemovals.stream().allMatch(BackgroundTask::isQuiet);
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
