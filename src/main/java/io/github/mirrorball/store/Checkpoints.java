package io.github.mirrorball.store;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an embedded database's commits to the disk about once a second while there are any. A commit alone survives the end of the
 * process but not the loss of power. When nothing was committed for a while, there is time to tidy up, once. Sleeps while nothing is
 * committed. Thread-safe.
 */
final class Checkpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration APART = Duration.ofSeconds(1);

    private final Runnable sync;
    private final Runnable tidy;
    private final Duration quiet;
    private final Thread thread = new Thread(this::loop, "store-checkpoints");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** At first for what an earlier process left behind; even that waits a second, so as not to hold up a bot that starts. */
    private volatile boolean unsynced = true;

    private volatile boolean urgent;
    private boolean closed;
    private final AtomicReference<@Nullable Runnable> asked = new AtomicReference<>();

    private Checkpoints(Runnable sync, Runnable tidy, Duration quiet) {
        this.sync = sync;
        this.tidy = tidy;
        this.quiet = quiet;
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param sync brings everything committed to the disk
     * @param tidy is run when nothing was committed for so long as is quiet
     */
    static Checkpoints start(Runnable sync, Runnable tidy, Duration quiet) {
        Checkpoints started = new Checkpoints(sync, tidy, quiet);
        started.thread.start();
        return started;
    }

    /**
     * Something was committed; returns at once.
     *
     * @param isMuch whether there is too much by now to wait any longer
     */
    void onCommit(boolean isMuch) {
        if (!unsynced || isMuch != urgent) {
            lock.lock();
            try {
                unsynced = true;
                urgent = isMuch;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Has something done soon that takes a while, by the thread that tidies up; returns at once. What is asked for already is not done twice. */
    void ask(Runnable work) {
        if (asked.compareAndSet(null, work)) {
            onCommit(true);
        }
    }

    /** Does what was asked for. */
    private void answer() {
        Runnable work = asked.get();
        if (work != null) {
            run(work);
            asked.set(null);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a killed process left behind is not tidied up before the next one has its first quiet time. */
    private void loop() {
        try {
            while (awaitCommit()) {
                run(sync);
                answer();
                if (isQuiet()) {
                    run(tidy);
                }
            }
        } catch (InterruptedException interrupted) {
            LOG.warn("Commits are no longer brought to the disk once a second: their thread was interrupted");
        }
    }

    /** A database that is closed is tried again, until it is open. */
    private void run(Runnable step) {
        try {
            step.run();
        } catch (StoreException | MVStoreException | UncheckedIOException closed) {
            LOG.debug("A checkpoint failed; it is tried again", closed);
            unsynced = true;
        } catch (RuntimeException broken) {
            LOG.error("A checkpoint failed; the next follows with the next commit", broken);
        }
    }

    /** Waits as long as nothing is committed, until that is long enough. */
    private boolean isQuiet() throws InterruptedException {
        lock.lock();
        try {
            long nanos = quiet.toNanos();
            while (nanos > 0 && !unsynced && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
            return nanos <= 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a commit and then until it may be synced; false when closed. */
    private boolean awaitCommit() throws InterruptedException {
        lock.lock();
        try {
            while (!unsynced && !closed) {
                changed.await();
            }
            long nanos = APART.toNanos();
            while (nanos > 0 && !urgent && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
            unsynced = false;
            urgent = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
