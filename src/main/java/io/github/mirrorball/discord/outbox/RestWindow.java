package io.github.mirrorball.discord.outbox;

import java.time.Duration;

/**
 * What follows a turn of the courier's.
 *
 * @param more whether something may be sent as soon as the rest is over
 */
record RestWindow(Duration rest, boolean more) {

    /** Nothing is to be done. */
    static final RestWindow AT_LENGTH = new RestWindow(Duration.ofMinutes(5), false);

    /** Something is to be done then that nobody waits for. */
    static RestWindow until(Duration wait) {
        return new RestWindow(wait.isNegative() ? Duration.ZERO : wait, false);
    }

    /** What wants this and that. */
    RestWindow or(RestWindow other) {
        return new RestWindow(rest.compareTo(other.rest) < 0 ? rest : other.rest, more || other.more);
    }

    /** Whether more is to be sent than may be now. */
    boolean isOutOfBudget() {
        return more;
    }
}
