package io.github.mirrorball.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When an embedded database that closed itself, because its file could not be written, is to be opened anew: at once, then ever more seldom
 * until a commit shows that the file takes changes again. Thread-safe.
 */
final class Reopening {

    /** Whoever supervises the process may know better than to wait any longer. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Runnable hopeless;
    private boolean isTroubled;
    private long began;
    private long next;
    private Duration pause = SHORTEST_PAUSE;

    /**
     * @param nanos the time since whenever, in nanoseconds
     * @param hopeless is run when there was no commit for {@link #LONGEST}, after each attempt; returns at once
     */
    Reopening(LongSupplier nanos, Runnable hopeless) {
        this.nanos = nanos;
        this.hopeless = hopeless;
    }

    /** Whether to open it now; then the next attempt has to wait. */
    synchronized boolean begin() {
        long now = nanos.getAsLong();
        if (!isTroubled) {
            isTroubled = true;
            began = now;
            next = now;
        }
        if (now - began > LONGEST.toNanos()) {
            hopeless.run();
        }
        boolean isDue = now - next >= 0;
        if (isDue) {
            next = now + pause.toNanos();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return isDue;
    }

    /** Something was committed. */
    synchronized void onCommit() {
        isTroubled = false;
        pause = SHORTEST_PAUSE;
    }
}
