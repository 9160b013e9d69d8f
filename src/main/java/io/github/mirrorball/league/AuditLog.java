package io.github.mirrorball.league;

import java.time.Instant;
import java.util.List;

/**
 * Port: who changed what in a season, or in a server beside its seasons. Entries are added and never changed; they go with their season or
 * server. Instants are of the show clock. Thread-safe; every method joins the caller's transaction, so that a change and its entry commit
 * together.
 */
public interface AuditLog {

    /** Notes a change. */
    void note(long season, Entry entry);

    /** Entries of a season, the newest first, after skipping so many. */
    List<Entry> entries(long season, int from, int size);

    /** How many entries a season has. */
    int size(long season);

    /** Notes a change that belongs to no season, or that outlives its season. */
    void noteInServer(long server, Entry entry);

    /** Such entries of a server, the newest first. */
    List<Entry> inServer(long server, int most);

    /** Every entry of a server and its seasons that a user made, the oldest first. */
    List<Entry> by(long server, long user);

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
