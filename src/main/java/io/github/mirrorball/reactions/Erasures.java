package io.github.mirrorball.reactions;

import java.util.List;
import java.util.Set;

/**
 * Port: what is remembered of a user's reactions all over a server, and which reactions must never count because they were there before
 * their fan was erased. The latter are kept as hashes that only this installation can make, and go when their poll takes no more picks.
 * Thread-safe; every method joins the caller's transaction.
 */
public interface Erasures {

    /** A user in a server. */
    record Someone(long server, long user) {}

    /** A reaction that is known to stand on a poll's card. */
    record Trace(long poll, String outcome) {}

    /**
     * Tells a user of a server from all others.
     *
     * @param keyed which only this database and its backups can make
     * @param unkeyed as the first versions made it, from what the bot shows
     */
    record Seal(String keyed, String unkeyed) {

        /** Whether it is among those that were noted, in either form. */
        public boolean isIn(Set<String> noted) {
            return noted.contains(keyed) || noted.contains(unkeyed);
        }
    }

    /** The reactions of a user that are known to stand anywhere in a server, by poll and outcome. */
    List<Trace> traces(long server, long user);

    /** Forgets the reactions of a user in a server, and the removals that were asked for; what is deleted is wiped from the disk within the hour. */
    void forget(long server, long user);

    /** Everyone of whom anything is kept as of a fan. */
    List<Someone> known();

    /** What tells a user of a server from all others, for this database and its backups alone. */
    Seal seal(long server, long user);

    /** What becomes of a seal that an earlier version made, without the secret. */
    String keyed(String unkeyed);

    /** From now on a reaction that is not seen to be made anew is one from before the erasure. The caller holds the poll. */
    void mark(long poll, long user, List<String> outcomes);

    /** Whether this reaction is from before its fan's erasure, so that whoever finds it standing must leave it alone. */
    boolean isMarked(long poll, long user, String outcome);

    /** This reaction was seen to appear or to vanish, so that whatever stands from now on is new. The caller holds the poll. */
    void lift(long poll, long user, String outcome);
}
