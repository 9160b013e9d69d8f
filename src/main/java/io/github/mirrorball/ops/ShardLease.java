package io.github.mirrorball.ops;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's right to do what is due in its shards. It is renewed in the background; while that fails, it ends here, by the monotonic
 * clock, before it can end in the database. Where a database admits one process alone there is nothing to renew. Thread-safe.
 */
public final class ShardLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShardLease.class);
    private static final Rhythm USUAL =
            new Rhythm(Duration.ofSeconds(4), Leases.LASTS.minusSeconds(5), Duration.ofMillis(500));

    private static final Duration RETURNED_AGAIN = Duration.ofMillis(100);

    private final Optional<Leases> leases;
    private final String process;
    private final Shards shards;
    private final Runnable regained;
    private final Runnable lost;
    private final Rhythm rhythm;
    private final String holder = UUID.randomUUID().toString();
    private final Thread thread = new Thread(this::loop, "lease");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long trustedUntil = System.nanoTime();
    private boolean closed;

    /**
     * @param leases empty where the database admits one process alone
     * @param process what a person finds this process by
     * @param regained is run when the right was in doubt and is not any more
     * @param lost is run once, when another process has taken over
     */
    public ShardLease(Optional<Leases> leases, String process, Shards shards, Runnable regained, Runnable lost) {
        this(leases, process, shards, regained, lost, USUAL);
    }

    ShardLease(
            Optional<Leases> leases, String process, Shards shards, Runnable regained, Runnable lost, Rhythm rhythm) {
        this.leases = leases;
        this.process = process;
        this.shards = shards;
        this.regained = regained;
        this.lost = lost;
        this.rhythm = rhythm;
        thread.setDaemon(true);
    }

    /**
     * When what is done.
     *
     * @param renewed how long after a renewal the next one comes
     * @param trusted how long a renewal is trusted, from its beginning on; what was begun before then has the rest of the lease to end in
     * @param again how long after a vain attempt the next one comes
     */
    record Rhythm(Duration renewed, Duration trusted, Duration again) {}

    /** Whether this process may do what is due and send what is owed. */
    public boolean holds() {
        return leases.isEmpty() || System.nanoTime() - trustedUntil < 0;
    }

    /** Returns when no other process has these shards, and keeps them from then on. False if it was closed before. */
    public boolean begin() {
        if (leases.isEmpty()) {
            return true;
        }
        boolean taken = await(leases.get());
        if (taken) {
            thread.start();
        }
        return taken;
    }

    private boolean await(Leases from) {
        Optional<Leases.Holder> told = Optional.empty();
        do {
            long asked = System.nanoTime();
            Optional<Leases.Holder> other = runUnlessClosed(() -> from.take(holder, process, shards), Optional.empty());
            if (other.isEmpty()) {
                trustedUntil = asked + rhythm.trusted.toNanos();
                return !isClosed();
            }
            if (!other.equals(told)) {
                LOG.info(
                        "SHARDS {}: waiting for {}, which looks after {}. It gives way when it is stopped, or {} s after it"
                                + " died. If it is to go on, give this process other shards.",
                        shards,
                        other.get().process(),
                        other.get().shards(),
                        Leases.LASTS.toSeconds());
                told = other;
            }
        } while (pause(rhythm.again));
        return false;
    }

    /** Once it is closed, nothing is asked of the database but to end the lease: so none is left behind, and none is missed. */
    private <T> T runUnlessClosed(Supplier<T> question, T otherwise) {
        asking.lock();
        try {
            return isClosed() ? otherwise : question.get();
        } finally {
            asking.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        boolean failing = false;
        boolean held = true;
        while (pause(failing ? rhythm.again : rhythm.renewed)) {
            try {
                if (!isRenewed()) {
                    trustedUntil = System.nanoTime();
                    lost.run();
                    return;
                }
                failing = false;
            } catch (RuntimeException broken) {
                if (!failing || held != holds()) {
                    LOG.warn(
                            "The lease on shards {} cannot be renewed{}; trying again: {}",
                            shards,
                            holds() ? "" : ", so nothing is done or sent meanwhile",
                            broken.getMessage());
                }
                failing = true;
                held = holds();
            }
        }
    }

    private boolean isRenewed() {
        long asked = System.nanoTime();
        if (!runUnlessClosed(() -> leases.orElseThrow().renew(holder), true)) {
            return false;
        }
        boolean doubtful = !holds();
        trustedUntil = asked + rhythm.trusted.toNanos();
        if (doubtful) {
            regained.run();
        }
        return true;
    }

    /** False when it is time to end. */
    private boolean pause(Duration rest) {
        lock.lock();
        try {
            long nanos = rest.toNanos();
            while (!closed && nanos > 0) {
                nanos = closing.awaitNanos(nanos);
            }
            return !closed;
        } catch (InterruptedException interrupted) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        close(Deadline.in(Leases.LASTS));
    }

    /** Gives the shards back, to whoever waits for them, if the database answers until then. Nothing may be due or sent any more. */
    public void close(Deadline end) {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        if (leases.isPresent()) {
            Thread last = new Thread(() -> giveBack(leases.get(), end), "lease-return");
            last.setDaemon(true);
            last.start();
            if (!end.awaitEnd(last)) {
                LOG.warn("The lease on shards {} could not be given back in time; it runs out by itself", shards);
            }
        }
    }

    /** What was under way in the database is broken off before, and may take the first attempt with it. */
    private void giveBack(Leases from, Deadline end) {
        asking.lock();
        try {
            while (!isGivenBack(from, end)) {
                LockSupport.parkNanos(RETURNED_AGAIN.toNanos());
            }
        } finally {
            asking.unlock();
        }
    }

    /** True as well where it is too late for another attempt. */
    private boolean isGivenBack(Leases from, Deadline end) {
        try {
            from.giveBack(holder);
            return true;
        } catch (RuntimeException broken) {
            if (end.left().compareTo(RETURNED_AGAIN) > 0) {
                return false;
            }
            LOG.warn(
                    "The lease on shards {} could not be given back; it runs out by itself: {}",
                    shards,
                    broken.getMessage());
            return true;
        }
    }
}
