package io.github.mirrorball.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Port: which scheduled event of Discord's stands for which episode. What it knows outlives the season, until the event is taken away.
 * Instants are of the show clock. Thread-safe; every method joins the caller's transaction.
 */
public interface ScheduledEvents {

    /** What stands for an episode, or may stand. */
    Optional<Standing> of(long season, int episode);

    /** Everything that stands, or may stand, for a season's episodes. */
    List<Notice.Event> ofSeason(long season);

    /** Keeps what stands for an episode now. */
    void keep(Notice.Event which, Standing standing);

    /** Nothing stands for an episode any more. */
    void forget(Notice.Event which);

    /**
     * A scheduled event.
     *
     * @param event its id at Discord; empty from when making it was begun until Discord's answer is kept
     */
    record Standing(OptionalLong event, Told told) {}

    /**
     * What an event was told of its episode.
     *
     * @param facts everything that its words are made of, as one text
     */
    record Told(String facts, Instant starts, Instant ends) {

        /** The same with words that stand in for others, so that it is still to be told. */
        public Told unfinished() {
            return new Told("", starts, ends);
        }
    }
}
