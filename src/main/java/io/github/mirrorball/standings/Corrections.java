package io.github.mirrorball.standings;

import java.util.List;

/**
 * Port: whose points each correction changed, kept with the version of the result that changed them. Thread-safe; every method joins the
 * caller's transaction.
 */
public interface Corrections {

    /** Keeps what a version changed, in this order. Called once a version. */
    void keep(Version version, List<Change> changes);

    /** A page of what a version changed; {@code from} counts from 0. */
    List<Change> page(Version version, int from, int size);

    /** How many fans' points a version changed. */
    int size(Version version);

    /** One version of one episode's result. */
    record Version(long season, int episode, int version) {}
}
