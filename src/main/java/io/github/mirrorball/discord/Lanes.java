package io.github.mirrorball.discord;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one key in the order in which they came, one at a time, and tasks of different keys side by side. Used with a poll's id
 * as the key. Thread-safe.
 */
public final class Lanes {

    private final Executor executor;
    private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();

    /** @param executor runs the tasks; a task must not throw */
    public Lanes(Executor executor) {
        this.executor = executor;
    }

    /** Runs the task after those of the same key that came before. */
    public void run(long key, Runnable task) {
        synchronized (waiting) {
            Queue<Runnable> lane = waiting.get(key);
            if (lane != null) {
                lane.add(task);
                return;
            }
            waiting.put(key, new ArrayDeque<>());
        }
        executor.execute(() -> drain(key, task));
    }

    private void drain(long key, Runnable first) {
        for (Runnable task = first; task != null; task = next(key)) {
            task.run();
        }
    }

    private @Nullable Runnable next(long key) {
        synchronized (waiting) {
            Queue<Runnable> lane = waiting.get(key);
            Runnable next = lane == null ? null : lane.poll();
            if (next == null) {
                waiting.remove(key);
            }
            return next;
        }
    }
}
