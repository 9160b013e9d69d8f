package io.github.mirrorball.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: what the timetable has due, derived from the tables. Instants are of the show clock. Thread-safe; every method joins the
 * caller's transaction.
 */
public interface Due {

    /** Polls of living seasons whose opening has come and whose lock has not, the earliest first. */
    List<DuePoll> toOpen(Instant now, int most);

    /** Open polls whose lock has come, the earliest first. */
    List<DuePoll> toLock(Instant now, int most);

    /**
     * Open polls of which nothing but their lock has to be known, which has come: no result says anything of them, and no reminder of
     * their season is overdue. Holds their seasons until the transaction ends; those that are held by somebody else are left out.
     */
    List<DuePoll> holdToLock(Instant now, int most);

    /** Has what was deleted for good wiped from the disk, if that is due by now; returns at once. */
    void wipe(Instant now);

    /** The next instant after this one at which anything is due. */
    Optional<Instant> nextAfter(Instant now);

    /** A poll that is due, and when it was. */
    record DuePoll(long poll, long season, Instant due) {}
}
