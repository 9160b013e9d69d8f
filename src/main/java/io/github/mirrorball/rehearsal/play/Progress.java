package io.github.mirrorball.rehearsal.play;

/** Shows whoever waits how far a play has come. */
public interface Progress extends AutoCloseable {

    /** One more of the announced steps is done. */
    void step(String what);

    @Override
    void close();
}
