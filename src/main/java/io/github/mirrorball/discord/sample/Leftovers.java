package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.Timeouts;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is left of trials: after the start, when what was missing may have been mended, and from time to time. Thread-safe; nothing
 * here waits.
 */
public final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Trials trials;
    private final Executor workers;
    private final ScheduledExecutorService watchdog;
    private final PendingWork work;
    private final Timeouts timeouts;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile boolean isAnyLeft = true;

    public Leftovers(
            Trials trials, Executor workers, ScheduledExecutorService watchdog, PendingWork work, Timeouts timeouts) {
        this.trials = trials;
        this.workers = workers;
        this.watchdog = watchdog;
        this.work = work;
        this.timeouts = timeouts;
    }

    /** What was missing may have been mended. */
    public void onMended() {
        if (isAnyLeft) {
            look();
        }
    }

    /** Something may be left. */
    public void look() {
        isAnyLeft = true;
        if (begun.getAndSet(true)) {
            return;
        }
        work.begin();
        try {
            workers.execute(this::clear);
        } catch (RejectedExecutionException stopping) {
            // What is left is found after the next start.
            work.end();
        }
    }

    private void clear() {
        begun.set(false);
        isAnyLeft = false;
        try {
            isAnyLeft = !trials.clear();
        } catch (RuntimeException broken) {
            LOG.warn("What is left of trials could not be looked at; trying again", broken);
            isAnyLeft = true;
        } finally {
            work.end();
        }
        if (isAnyLeft && !planned.getAndSet(true)) {
            runAgain();
        }
    }

    private void runPlanned() {
        planned.set(false);
        look();
    }

    private void runAgain() {
        try {
            Future<?> unused =
                    watchdog.schedule(this::runPlanned, timeouts.parked().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("What is left of trials is found after the next start", stopping);
        }
    }
}
