package io.github.mirrorball.league;

import java.util.function.Supplier;

/**
 * Port: makes several reads and writes of the stores one transaction. Thread-safe; a transaction belongs to the thread that began it, and
 * an inner {@link #inOne} joins the outer. Work may be run again from its start when the database asks for it, so it has no
 * effect outside the stores.
 */
public interface Transactions {

    /** Runs the work and commits; whatever it throws undoes all of it and comes out unchanged. */
    <T> T inOne(Supplier<T> work);

    /**
     * The same for work that does no harm when it is done twice. Where a connection is lost together with the answer to a commit, nobody
     * knows whether the work is done: {@link #inOne} throws then, and this runs it again.
     */
    default <T> T repeatable(Supplier<T> work) {
        return inOne(work);
    }

    /** Runs this once the transaction of the calling thread has committed, or at once outside of one. */
    void runAfterCommit(Runnable effect);
}
