package io.github.mirrorball.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Port: the moments of seasons, each a row with a mark. Instants are of the show clock. Thread-safe; every method joins the caller's
 * transaction, and whoever changes a season's moments holds the season.
 */
public interface Moments {

    /**
     * Brings a season's moments in step: what is no longer wanted and has not happened goes, what is wanted and new comes, what moved is
     * moved, and what has happened stays as it is. What lies before this instant when it comes or is moved is never due.
     */
    void keep(long season, Collection<Moment> wanted, Instant now);

    /** What is due at this instant in living seasons, the earliest first. */
    List<DueMoment> due(Instant now, int most);

    /** Marks a moment as done. True for the one caller who did it. */
    boolean markDone(long season, Moment moment);

    /** A moment that is due. */
    record DueMoment(long season, Moment moment) {}
}
