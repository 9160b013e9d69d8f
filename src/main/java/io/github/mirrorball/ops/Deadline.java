package io.github.mirrorball.ops;

import java.time.Duration;

/**
 * When something has to be over, by the computer's monotonic clock.
 *
 * @param nanos as {@link System#nanoTime} counts
 */
public record Deadline(long nanos) {

    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time that is left, which is never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** So long before this one. */
    public Deadline earlier(Duration time) {
        return new Deadline(nanos - time.toNanos());
    }

    /** Waits until the thread has ended, but no longer. False if it has not. */
    public boolean awaitEnd(Thread thread) {
        try {
            thread.join(Math.max(1, left().toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
