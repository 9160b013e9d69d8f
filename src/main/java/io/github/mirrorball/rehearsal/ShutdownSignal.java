package io.github.mirrorball.rehearsal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Waits until whoever rehearses has had enough: until Ctrl-C, or until the waiting thread is interrupted. */
final class ShutdownSignal {

    private static final Duration TO_CLEAR_UP = Duration.ofSeconds(15);

    private ShutdownSignal() {}

    /**
     * Waits, unless what was begun fails. The program does not end before the waiting thread has cleared up, within reason.
     *
     * @param begun goes on meanwhile, and is not broken off
     */
    static void awaitFall(CompletableFuture<Void> begun) {
        CountDownLatch fall = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        Thread stop = new Thread(() -> {
            fall.countDown();
            awaitEnd(waiting);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        CompletableFuture<Void> unlessItFails = begun.exceptionally(failed -> {
            fall.countDown();
            return null;
        });
        try {
            fall.await();
        } catch (InterruptedException enough) {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        unlessItFails.join();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(TO_CLEAR_UP.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
