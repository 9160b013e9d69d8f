package io.github.mirrorball.discord.route;

import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.show.StoreFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks of one key in the order in which they came, one at a time, and tasks of different keys side by side. Used with a poll's id
 * as the key. Thread-safe.
 */
public final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** A vote that waits takes some 300 bytes. */
    private static final int LONGEST = 50_000;

    /** So many votes are some milliseconds of work, which is as long as anything in another lane should wait for them. */
    private static final int MOST_TOGETHER = 50;

    private static final Together<Runnable> EACH_ALONE = (key, tasks) -> tasks.forEach(Runnable::run);

    private final Executor executor;
    private final int longest;
    private final Map<Long, Queue<Waiting<?>>> waiting = new HashMap<>();

    /** @param executor runs the tasks; a task must not throw */
    public Lanes(Executor executor) {
        this(executor, LONGEST);
    }

    /** @param longest how many tasks may wait in one lane before {@link #offer} refuses more */
    public Lanes(Executor executor, int longest) {
        this.executor = executor;
        this.longest = longest;
    }

    /** Runs several tasks of one lane that wait right behind each other, in their order. It must not throw. */
    public interface Together<T> {
        void run(long key, List<T> tasks);
    }

    /**
     * Several at once in one transaction: one commit for all of them is what makes a flood bearable. What is by itself, or cannot be done
     * together, goes the other way, where each has a transaction of its own.
     */
    public static <T> Together<T> inOneCommit(Transactions transactions, Consumer<T> each, Together<T> otherwise) {
        return (key, tasks) -> {
            if (tasks.size() == 1 || !areDone(key, tasks, transactions, each)) {
                otherwise.run(key, tasks);
            }
        };
    }

    private static <T> boolean areDone(long key, List<T> tasks, Transactions transactions, Consumer<T> each) {
        try {
            return transactions.repeatable(() -> {
                tasks.forEach(each);
                return true;
            });
        } catch (StoreFailure failure) {
            LOG.warn("{} votes in poll {} cannot be decided together: {}", tasks.size(), key, failure.getMessage());
            return false;
        } catch (RuntimeException | Error broken) {
            LOG.warn("{} votes in poll {} cannot be decided together", tasks.size(), key, broken);
            return false;
        }
    }

    /** Runs the task as {@link #run} does, unless too many are waiting before it: then it is false, and the task is not run. */
    public boolean offer(long key, Runnable task) {
        return offer(key, task, EACH_ALONE);
    }

    /** The same for a task that is run together with its like, as soon as more than one of them waits. */
    public <T> boolean offer(long key, T task, Together<T> together) {
        synchronized (waiting) {
            Queue<Waiting<?>> lane = waiting.get(key);
            if (lane != null && lane.size() >= longest) {
                return false;
            }
            run(key, new Waiting<>(task, together));
            return true;
        }
    }

    /** Runs the task after those of the same key that came before. */
    public void run(long key, Runnable task) {
        run(key, new Waiting<>(task, EACH_ALONE));
    }

    private void run(long key, Waiting<?> task) {
        synchronized (waiting) {
            Queue<Waiting<?>> lane = waiting.get(key);
            if (lane != null) {
                lane.add(task);
                return;
            }
            waiting.put(key, new ArrayDeque<>());
        }
        executor.execute(() -> drain(key, task));
    }

    private void drain(long key, Waiting<?> first) {
        Waiting<?> next = first;
        while (next != null) {
            run(key, next, new ArrayList<>());
            next = next(key);
        }
    }

    private <T> void run(long key, Waiting<T> first, List<T> some) {
        some.add(first.task);
        if (first.together != EACH_ALONE) {
            addLike(key, first, some);
        }
        first.together.run(key, some);
    }

    /** Two that are run together by the same are of one type. */
    @SuppressWarnings("unchecked")
    private <T> void addLike(long key, Waiting<T> first, List<T> some) {
        synchronized (waiting) {
            Queue<Waiting<?>> lane = Objects.requireNonNull(waiting.get(key), "A lane is there while it is drained");
            while (some.size() < MOST_TOGETHER && !lane.isEmpty() && lane.element().together == first.together) {
                some.add((T) lane.remove().task);
            }
        }
    }

    private @Nullable Waiting<?> next(long key) {
        synchronized (waiting) {
            Queue<Waiting<?>> lane = Objects.requireNonNull(waiting.get(key), "A lane is there while it is drained");
            if (lane.isEmpty()) {
                waiting.remove(key);
            }
            return lane.poll();
        }
    }

    private record Waiting<T>(T task, Together<T> together) {}
}
