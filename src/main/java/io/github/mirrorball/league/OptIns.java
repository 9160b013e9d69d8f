package io.github.mirrorball.league;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Port: the fans of each server who want to be reminded by direct message. Whoever goes takes along what is still owed to them. Thread-safe;
 * every method joins the caller's transaction.
 */
public interface OptIns {

    /**
     * Notes that a fan wants to be reminded.
     *
     * @param channel the channel of the direct messages with them, as Discord gave it
     */
    void put(long fan, long channel);

    /** Forgets that a fan wanted to be reminded. True if they did. */
    boolean remove(long fan);

    /** The channel in which a fan is reminded; empty if they do not want to be. */
    OptionalLong channel(long fan);

    /** The fans of a server who want to be reminded and have no pick in one of these polls at least. */
    List<Long> missing(long server, Collection<Long> polls);
}
