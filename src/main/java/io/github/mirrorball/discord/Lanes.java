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

    private static final int LONGEST = 10_000;

    private final Executor executor;
    private final int longest;
    private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();

    /** @param executor runs the tasks; a task must not throw */
    public Lanes(Executor executor) {
        this(executor, LONGEST);
    }

    /** @param longest how many tasks may wait in one lane before {@link #offer} refuses more */
    public Lanes(Executor executor, int longest) {
        this.executor = executor;
        this.longest = longest;
    }

    /** Runs the task as {@link #run} does, unless too many are waiting before it: then it is false, and the task is not run. */
    public boolean offer(long key, Runnable task) {
        synchronized (waiting) {
            Queue<Runnable> lane = waiting.get(key);
            if (lane != null && lane.size() >= longest) {
                return false;
            }
            run(key, task);
            return true;
        }
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
