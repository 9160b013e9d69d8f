package io.github.mirrorball.bot;

import io.github.mirrorball.ops.Deadline;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The bot's own threads. */
final class Pools {

    private static final int HANDLERS = 8;

    private final ExecutorService handlers = Executors.newFixedThreadPool(HANDLERS, named("handler"));
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(named("watchdog"));

    ExecutorService handlers() {
        return handlers;
    }

    ScheduledExecutorService watchdog() {
        return watchdog;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Lets what was begun finish. */
    void close(Deadline end) {
        watchdog.shutdownNow();
        handlers.shutdown();
        try {
            if (!handlers.awaitTermination(end.left().toMillis(), TimeUnit.MILLISECONDS)) {
                handlers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            handlers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
