package io.github.mirrorball.show;

import java.time.Instant;

/**
 * One version of an episode's result; the newest is what holds, and a correction is a new one. Instants are of the show clock.
 *
 * @param version 1 for the first
 * @param at when it was entered
 * @param by the user who entered it
 * @param reveals when it takes effect for fans: when it was entered, or later
 */
public record ResultVersion(int version, Result result, Instant at, long by, Instant reveals) {

    /** A version that takes effect when it is entered. */
    public ResultVersion(int version, Result result, Instant at, long by) {
        this(version, result, at, by, at);
    }

    /** Whether it had to wait when it was entered. */
    public boolean isDelayed() {
        return reveals.isAfter(at);
    }
}
