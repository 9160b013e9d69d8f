package io.github.mirrorball.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs work on several threads that set out at the same moment. */
final class Together {

    private static final int LONGEST_SECONDS = 60;

    private Together() {}

    /** What each thread's work gave; the first failure of any comes out as the cause of an {@code ExecutionException}. */
    static <T> List<T> run(int threads, IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(at(start, work, i)));
            }
            return results(futures);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> Callable<T> at(CyclicBarrier start, IntFunction<T> work, int thread) {
        return () -> {
            start.await();
            return work.apply(thread);
        };
    }

    private static <T> List<T> results(List<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        }
        return results;
    }
}
