package io.github.mirrorball.schedule;

import io.github.mirrorball.ops.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only timer: runs what is due, sleeps until the next due instant of the show clock, and wakes when something changed. After each
 * turn the announcer is told, since the turn, or the change that woke it, may owe notices; it never waits for anything to be sent.
 */
public final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    /** A wall clock can be set; this bounds how long that goes unnoticed. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Supplier<Optional<Instant>> dueWork;
    private final Announcer announcer;
    private final BooleanSupplier holdsLease;
    private final Clock clock;
    private final Thread thread = new Thread(this::loop, "ticker");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long asked;
    private long done;
    private boolean closed;

    /**
     * @param dueWork does everything that is due and gives the next instant of the show clock at which there is more
     * @param holdsLease whether this process may do what is due; when it may again, it wakes the ticker
     * @param clock the show clock
     */
    public Ticker(Supplier<Optional<Instant>> dueWork, Announcer announcer, BooleanSupplier holdsLease, Clock clock) {
        this.dueWork = dueWork;
        this.announcer = announcer;
        this.holdsLease = holdsLease;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins to tick. */
    public void start() {
        wake();
        thread.start();
    }

    /** Something may be due earlier than it seemed; returns at once. */
    public void wake() {
        lock.lock();
        try {
            asked++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything is done that was due when this was called. */
    public void settle() throws InterruptedException {
        wake();
        lock.lock();
        try {
            long awaited = asked;
            while (done < awaited && !closed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins nothing more. What is not done by then is rolled back, and due again at the next start. False if it is still at it. */
    public boolean close(Deadline end) {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return end.awaitEnd(thread);
    }

    private void loop() {
        long doing = 0;
        while ((doing = next(doing)) >= 0) {
            Instant until = tick();
            finish(doing, until);
        }
    }

    private Instant tick() {
        try {
            Instant longest = clock.instant().plus(LONGEST_SLEEP);
            if (!holdsLease.getAsBoolean()) {
                return longest;
            }
            Optional<Instant> next = dueWork.get();
            announcer.wake();
            return next.filter(longest::isAfter).orElse(longest);
        } catch (RuntimeException broken) {
            LOG.error("What is due could not be read; trying again", broken);
            return clock.instant().plus(AFTER_A_FAILURE);
        }
    }

    /** The number of the request to serve now, or -1 to end. */
    private long next(long before) {
        lock.lock();
        try {
            return closed ? -1 : Math.max(asked, before);
        } finally {
            lock.unlock();
        }
    }

    private void finish(long doing, Instant until) {
        lock.lock();
        try {
            done = doing;
            changed.signalAll();
            long nanos = Duration.between(clock.instant(), until).toNanos();
            while (asked == doing && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
