package io.github.mirrorball.league;

import java.time.Instant;
import java.util.List;

/**
 * Port: who changed what in a season. Entries are added and never changed; they go with their season. Instants are of the show clock.
 * Thread-safe; every method joins the caller's transaction, so that a change and its entry commit together.
 */
public interface AuditLog {

    /** Notes a change. */
    void note(long season, Entry entry);

    /** Entries of a season, the newest first, after skipping so many. */
    List<Entry> entries(long season, int from, int size);

    /** How many entries a season has. */
    int size(long season);

    /**
     * One change.
     *
     * @param by the user who made it
     * @param what was done, as the end of a key in the message bundle, such as {@code contestant.add}
     * @param before what it was about as it was, in words or in those of the season file; empty where it is new
     * @param after the same as it became; empty where it is gone
     */
    record Entry(Instant at, long by, String what, String before, String after) {}
}
