package io.github.mirrorball.league;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Port: the servers of which anything is stored, and which of them the bot was taken out of. Instants are wire time. Thread-safe; every
 * method joins the caller's transaction.
 */
public interface Servers {

    /** Every server that has a season, a fan or a club here, or was greeted. */
    Set<Long> known();

    /** The servers that the bot was taken out of, and when. */
    Map<Long, Instant> departed();

    /** The bot was taken out of a server; the first time counts. */
    void recordLeft(long server, Instant at);

    /** The bot is in a server again. False if it was never away. */
    boolean back(long server);

    /** What waits in the outbox for a server may be sent now; what came too late to be of use goes. */
    void takeUp(long server, Instant staleBefore);

    /** Removes everything that belongs to a server, if the bot was taken out of it before this instant. */
    void purge(long server, Instant leftBefore);
}
