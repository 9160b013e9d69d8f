package io.github.mirrorball.league;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.VoteContext;
import io.github.mirrorball.poll.VoteEligibility;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.reactions.Erasures;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: polls and their outcomes. Thread-safe; every method joins the caller's transaction. */
public interface Polls {

    /** Adds a poll and returns it with its id. */
    Poll add(Poll poll);

    /** The polls with these ids, whichever servers they belong to. */
    List<Poll> all(Collection<Long> ids);

    /** The poll with this id, whichever server it belongs to. */
    default Optional<Poll> find(long id) {
        return all(List.of(id)).stream().findFirst();
    }

    /**
     * Holds the poll's row until the transaction ends, and reads what a pick of this outcome depends on. Picks of one poll come one
     * after another because of it.
     */
    Optional<VoteEligibility> gate(long poll, String outcome);

    /** Holds the poll as {@link #gate} does, and reads where a voter stands in it, too. */
    Optional<VoteContext> stance(long poll, Voter voter, String outcome);

    /** All polls of a season, by episode's air time and then in the order in which they were added. */
    List<Poll> ofSeason(long season);

    /** A server's polls that are OPEN, by lock and then as added, from seasons that are not archived. */
    List<Poll> open(long server);

    /**
     * Writes state, times, secrecy, outcomes and what a host decided as they are now. Holds the row as a side effect. Unless the poll is OPEN, the marks of
     * {@link Erasures} on it go.
     */
    void save(Poll poll);

    /** Makes open polls of held seasons LOCKED, many at once. */
    void lock(Collection<Long> polls);

    /** Removes a poll that never opened. */
    void remove(long id);
}
