package io.github.mirrorball.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * When what was deleted for good is wiped from an embedded database's file: half an hour after it was deleted, for all who were erased
 * meanwhile. Instants are of the show clock.
 */
final class WipeDue {

    private static final Duration AFTER = Duration.ofMinutes(30);

    /** What is due already may be under way, without what is deleted only now. */
    private static final String OWE = "UPDATE checkpoint SET wipe_at = :due WHERE wipe_at IS NULL OR wipe_at <= :now";

    private static final String DONE = "UPDATE checkpoint SET wipe_at = NULL WHERE wipe_at <= :began";
    private static final String FIND = "SELECT wipe_at FROM checkpoint WHERE wipe_at IS NOT NULL";

    private WipeDue() {}

    /** Part of the transaction that deletes. */
    static void owe(Handle handle, Instant now) {
        handle.createUpdate(OWE)
                .bind("now", Columns.at(now))
                .bind("due", Columns.at(now.plus(AFTER)))
                .execute();
    }

    /** When it is due, or was. */
    static Optional<Instant> find(Handle handle) {
        return handle.createQuery(FIND)
                .map((row, context) -> Columns.instant(row, "wipe_at"))
                .findFirst();
    }

    /** What was due at this instant is done. */
    static void markDone(Handle handle, Instant began) {
        handle.createUpdate(DONE).bind("began", Columns.at(began)).execute();
    }
}
