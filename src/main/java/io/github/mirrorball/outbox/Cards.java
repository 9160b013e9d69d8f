package io.github.mirrorball.outbox;

import java.util.Optional;

/** Port: which message is which poll's card. Thread-safe; joins the caller's transaction. */
public interface Cards {

    /** The poll whose card this message is, in whatever state the poll is. */
    Optional<Long> pollOn(long message);

    /** Whether a card of this poll is still to be posted: owed, or parked until it may be. */
    boolean isComing(long poll);

    /**
     * Forgets that this message is the poll's card, and with it every reaction on it: those known to stand, the removals that were asked
     * for, and the marks of an erasure. Picks stay. The caller holds the poll. False, with nothing changed, if it is not its card.
     */
    boolean forget(long poll, long message);

    /** Forgets every reaction on the poll's card, as {@link #forget} does; it stays its card. The caller holds the poll. */
    void forgetReactions(long poll);
}
