package io.github.mirrorball.reactions;

import java.util.List;
import java.util.Optional;

/**
 * Port: the memory of which reactions stand on cards, and of the removals that the bot itself asked for, since Discord never says who
 * removed one. Thread-safe; every method joins the caller's transaction, in which the poll is held.
 */
public interface Reactions {

    /** Remembers that a reaction stands. False if that was known already. */
    boolean add(long poll, long user, String outcome);

    /** Forgets a reaction. False if none was known to stand. */
    boolean remove(long poll, long user, String outcome);

    /** The outcomes on which reactions of this user are known to stand. */
    List<String> standing(long poll, long user);

    /** The oldest removals that were asked for and not sent yet. */
    List<Removal> asked(int most);

    /** The removal that is asked for or under way for a reaction. */
    Optional<Removal> removal(long poll, long user, String outcome);

    /** Writes a removal as it is now, in place of what was known of it. */
    void save(Removal removal);

    /** Forgets a removal if it is as far as this one. */
    void forget(Removal removal);

    /** Forgets every removal that was sent for a poll: what they did to the card is known by now. */
    void forgetSent(long poll);
}
