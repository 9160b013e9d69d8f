package io.github.mirrorball.discord.announce;

import java.time.Duration;

/**
 * What follows a turn of the courier's.
 *
 * @param more whether something may be sent as soon as the rest is over
 */
record Rest(Duration rest, boolean more) {

    /** Nothing is to be done. */
    static final Rest AT_LENGTH = new Rest(Duration.ofMinutes(5), false);

    /** Something is to be done then that nobody waits for. */
    static Rest until(Duration wait) {
        return new Rest(wait.isNegative() ? Duration.ZERO : wait, false);
    }

    /** What wants this and that. */
    Rest or(Rest other) {
        return new Rest(rest.compareTo(other.rest) < 0 ? rest : other.rest, more || other.more);
    }

    /** Whether more is to be sent than may be now. */
    boolean isOutOfBudget() {
        return more;
    }
}
