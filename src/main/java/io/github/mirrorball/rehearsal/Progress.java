package io.github.mirrorball.rehearsal;

/** Shows whoever waits how far a play has come. */
interface Progress extends AutoCloseable {

    /** One more of the announced steps is done. */
    void step(String what);

    @Override
    void close();
}
