package io.github.mirrorball.reactions;

import java.util.List;

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

    /** The reactions of a user that are known to stand anywhere in a server, by poll and outcome. */
    List<Trace> traces(long server, long user);

    /** Forgets the reactions of a user in a server, and the removals that were asked for. */
    void forget(long server, long user);

    /** Everyone of whom anything is kept as of a fan. */
    List<Someone> known();

    /** What tells a user of a server from all others, for this installation and its backups alone. */
    String seal(long server, long user);

    /** From now on a reaction that is not seen to be made anew is one from before the erasure. The caller holds the poll. */
    void mark(long poll, long user, List<String> outcomes);

    /** Whether this reaction is from before its fan's erasure, so that whoever finds it standing must leave it alone. */
    boolean isMarked(long poll, long user, String outcome);

    /** This reaction was seen to appear or to vanish, so that whatever stands from now on is new. The caller holds the poll. */
    void lift(long poll, long user, String outcome);
}
