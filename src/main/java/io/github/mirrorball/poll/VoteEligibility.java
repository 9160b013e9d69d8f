package io.github.mirrorball.poll;

import java.time.Instant;

/**
 * What decides whether a pick is taken, read under the poll's row lock.
 *
 * @param standing whether the outcome is one of the poll's and is not struck
 */
public record VoteEligibility(PollState state, Instant locksAt, boolean standing) {

    /** Whether a pick committed at this instant is in time. */
    public boolean takesPicks(Instant now) {
        return state == PollState.OPEN && now.isBefore(locksAt);
    }
}
