package io.github.mirrorball.poll;

import io.github.mirrorball.show.Ask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One ask put to one server. Times are instants of the show clock.
 *
 * @param id given by the store; 0 before that
 * @param episode the number of its episode; empty for a season-long poll
 * @param opensAt when it is due to open; empty while it must not
 * @param locksAt the first instant at which a pick is too late
 * @param outcomes in ballot order; empty until it opens
 * @param byHand what a host decided about it
 */
public record Poll(
        long id,
        long season,
        long server,
        OptionalInt episode,
        Ask ask,
        PollState state,
        Optional<Instant> opensAt,
        Instant locksAt,
        boolean secret,
        List<Outcome> outcomes,
        ManualOverride byHand) {

    public Poll {
        outcomes = List.copyOf(outcomes);
    }

    /** A poll about which no host decided anything. */
    public Poll(
            long id,
            long season,
            long server,
            OptionalInt episode,
            Ask ask,
            PollState state,
            Optional<Instant> opensAt,
            Instant locksAt,
            boolean secret,
            List<Outcome> outcomes) {
        this(id, season, server, episode, ask, state, opensAt, locksAt, secret, outcomes, ManualOverride.NOTHING);
    }

    /** The outcome with this id. */
    public Optional<Outcome> outcome(String outcome) {
        return outcomes.stream().filter(each -> each.id().equals(outcome)).findFirst();
    }

    /** Whether a pick committed at this instant is in time. */
    public boolean takesPicks(Instant now) {
        return state == PollState.OPEN && now.isBefore(locksAt);
    }

    /**
     * Whether nobody may learn how many picks an outcome has: a secret poll that has not locked. A canceled one counts too, since it can be
     * opened again.
     */
    public boolean isSealed() {
        return secret && state != PollState.LOCKED && state != PollState.RESOLVED;
    }

    /** The same poll in another state. */
    public Poll in(PollState other) {
        return new Poll(id, season, server, episode, ask, other, opensAt, locksAt, secret, outcomes, byHand);
    }

    /** The same poll with other times. */
    public Poll at(Optional<Instant> opens, Instant locks) {
        return new Poll(id, season, server, episode, ask, state, opens, locks, secret, outcomes, byHand);
    }

    /** The same poll with other outcomes. */
    public Poll with(List<Outcome> others) {
        return new Poll(id, season, server, episode, ask, state, opensAt, locksAt, secret, others, byHand);
    }

    /** The same poll, secret or not. */
    public Poll secret(boolean now) {
        return new Poll(id, season, server, episode, ask, state, opensAt, locksAt, now, outcomes, byHand);
    }

    /** The same poll with other decisions of a host's. */
    public Poll with(ManualOverride other) {
        return new Poll(id, season, server, episode, ask, state, opensAt, locksAt, secret, outcomes, other);
    }
}
