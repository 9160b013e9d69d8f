package io.github.mirrorball.schedule;

/** Port: posts what is owed. The only one that posts unasked. Thread-safe. */
public interface Announcer {

    /** Something is owed; returns at once and never waits for a send. */
    void wake();
}
