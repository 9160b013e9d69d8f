package io.github.mirrorball.bench;

import java.util.Arrays;

/** Durations of one round, in nanoseconds and in order. */
final class Latencies {

    /** What was never answered took longer than anything that was. */
    static final long NEVER = Long.MAX_VALUE;

    private static final double NANOS = 1e6;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The duration, in milliseconds, that this share of them did not exceed. */
    double millis(double share) {
        long nanos = sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
        return nanos == NEVER ? Double.POSITIVE_INFINITY : nanos / NANOS;
    }

    /** How many were never answered. */
    long unanswered() {
        return Arrays.stream(sorted).filter(each -> each == NEVER).count();
    }

    double median() {
        return millis(0.5);
    }

    double p99() {
        return millis(0.99);
    }
}
