package io.github.mirrorball.league;

/** Port: lets versions of results that were recorded with a delay take effect. Thread-safe; joins the caller's transaction. */
public interface Reveals {

    /** From now on this version holds, and none before it waits any longer. */
    void reveal(long season, int episode, int version);
}
