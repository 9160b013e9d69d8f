package io.github.mirrorball.outbox;

import java.time.Instant;
import java.util.List;

/** Port: the samples that stand, or may stand. Thread-safe; every method joins the caller's transaction. */
public interface Samples {

    /** Keeps that a sample may stand from now on; asked before Discord is. */
    Sample begin(long server, long channel, Sample.Kind kind, Instant at);

    /** Discord said under which id a sample stands. */
    void recordPosted(Sample sample);

    /** A sample does not stand, or no longer. */
    void forget(Sample sample);

    /** A server's, the oldest first. */
    List<Sample> of(long server);

    /** Those of every server that this process serves, the oldest first. */
    List<Sample> all();
}
