package io.github.mirrorball.ops;

import java.time.Instant;
import java.util.List;

/** Port: whether the store answers, and what waits in it. Instants are wire time. Thread-safe. */
public interface StoreHealth {

    /** The notices that wait, by how they stand; none of a standing that no notice has. Throws where the store does not answer. */
    List<Waiting> waiting();

    /** How a notice stands that is not posted yet. */
    enum Standing {
        /** It is sent as soon as its turn comes. */
        OWED,
        /** It was tried in vain and is tried again. */
        RETRIED,
        /** It waits for a permission. */
        PARKED
    }

    /**
     * Notices that stand alike.
     *
     * @param oldest when the oldest of them was owed
     */
    record Waiting(Standing standing, long notices, Instant oldest) {}
}
