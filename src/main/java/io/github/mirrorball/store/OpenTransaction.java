package io.github.mirrorball.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open transaction; it belongs to the thread that began it. What failed in it is never committed, nor is what a process did whose shards
 * another one has taken over.
 */
final class OpenTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransaction.class);

    /** Whoever takes over ends this lease, and waits for those who hold it like this: one that commits is seen by the successor. */
    static final String HOLD_LEASE = "SELECT holder FROM lease WHERE holder = ? FOR KEY SHARE";

    private final Handle handle;
    private final Diagnosis diagnosis;
    private final Optional<String> lease;
    private final List<Runnable> effects;
    private final Map<Long, Optional<EligibilityRows.Held>> held = new HashMap<>();
    private @Nullable RuntimeException failure;

    /**
     * @param lease whose end forbids the commit
     * @param effects takes what is to be done after the commit, in order
     */
    OpenTransaction(Handle handle, Diagnosis diagnosis, Optional<String> lease, List<Runnable> effects) {
        this.handle = handle;
        this.diagnosis = diagnosis;
        this.lease = lease;
        this.effects = effects;
    }

    void runAfterCommit(Runnable effect) {
        effects.add(effect);
    }

    <T> T run(Function<Handle, T> statements) {
        return diagnosis.run(() -> statements.apply(handle));
    }

    Optional<EligibilityRows.Held> hold(long poll) {
        return held.computeIfAbsent(poll, id -> run(open -> EligibilityRows.hold(open, id)));
    }

    /** A season or a poll is not any more what was read of it. */
    void forgetHeld() {
        held.clear();
    }

    /** Does a part of the work, whose failure is remembered. */
    <T> T runPart(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            failure = failure == null ? failed : failure;
            throw failed;
        }
    }

    /** Does the work and commits, or undoes it. */
    <T> T whole(Supplier<T> work) {
        boolean done = false;
        try {
            diagnosis.run(handle::begin);
            T made = work.get();
            refuseIfFailed();
            lease.ifPresent(this::refuseIfOver);
            commit();
            done = true;
            return made;
        } finally {
            end(done);
        }
    }

    private void commit() {
        try {
            diagnosis.run(handle::commit);
        } catch (StoreException failed) {
            throw failed.inDoubt();
        }
    }

    private void refuseIfOver(String holder) {
        boolean holds = run(open -> open.createQuery(HOLD_LEASE)
                .bind(0, holder)
                .mapTo(String.class)
                .findOne()
                .isPresent());
        if (!holds) {
            throw new StoreException("Another process has taken over these shards, so this was not saved.");
        }
    }

    private void refuseIfFailed() {
        if (failure instanceof StoreException known) {
            throw known;
        }
        if (failure != null) {
            throw new StoreException("A transaction was given up because a part of it failed.", failure);
        }
    }

    /** Never hides what the work threw behind a connection that cannot even be rolled back. */
    private void end(boolean done) {
        try (handle) {
            if (!done) {
                handle.rollback();
            }
        } catch (JdbiException broken) {
            LOG.debug("A connection could not be handed back in order", broken);
        }
    }
}
