package io.github.mirrorball.league;

import java.util.Optional;

/** Port: drafts of results between form and confirmation. Thread-safe; every method joins the caller's transaction. */
public interface Drafts {

    /** Keeps a draft for a day and returns its id. */
    long keep(Draft draft);

    /** The draft with this id, if it is still kept. */
    Optional<Draft> find(long id);

    /** Drops a draft; true for the one caller whose drop it was. */
    boolean drop(long id);
}
