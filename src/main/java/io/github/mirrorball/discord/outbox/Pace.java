package io.github.mirrorball.discord.outbox;

import java.time.Duration;

/**
 * The budget of requests that one bot may send unasked: so many a second, with a fifteenth of a second's worth saved up at most, so that a
 * second holds no more than the 50 that Discord allows for everything but interaction callbacks, even if some arrive late. JDA does not pace
 * itself, and sends all that was refused again at once. Not thread-safe; times are monotonic nanoseconds.
 */
final class Pace {

    private static final double SAVED_UP = 1 / 15.0;

    private final double perNano;
    private final double most;
    private double saved;
    private long last;

    Pace(int perSecond, long nanoTime) {
        this.perNano = perSecond / (double) Duration.ofSeconds(1).toNanos();
        this.most = Math.max(1, perSecond * SAVED_UP);
        this.saved = most;
        this.last = nanoTime;
    }

    /** Takes one request's worth if there is one. */
    boolean take(long nanoTime) {
        save(nanoTime);
        if (saved < 1) {
            return false;
        }
        saved -= 1;
        return true;
    }

    /** How many requests' worth there is at this time. */
    int available(long nanoTime) {
        save(nanoTime);
        return (int) saved;
    }

    /** How long from this time until a request's worth is there, in nanoseconds. */
    long untilNext(long nanoTime) {
        save(nanoTime);
        return untilNext();
    }

    private void save(long nanoTime) {
        saved = Math.min(most, saved + (nanoTime - last) * perNano);
        last = nanoTime;
    }

    /** How long until a request's worth is there, in nanoseconds. */
    long untilNext() {
        return saved >= 1 ? 0 : (long) Math.ceil((1 - saved) / perNano);
    }
}
