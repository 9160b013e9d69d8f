package io.github.mirrorball.store;

import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.ops.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every port the transaction of the calling thread, or one of its own. Work that lost a race against another transaction is run
 * again from its start, and so is work whose connection was lost, unless that was the answer to its commit: then it is run again only
 * where it may be done twice. A transaction in which anything failed is never committed, even if the work took the failure in its stride:
 * the databases differ in what is left of one. Once there is a lease, nothing is committed after its end. Thread-safe.
 */
final class Connections implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final String SAVEPOINT = "unless_taken";

    private final Jdbi jdbi;
    private final Diagnosis diagnosis;
    private final Runnable committed;
    private final Telemetry telemetry;
    private final Lock turn;
    private final Lock door;
    private final Outage outage = new Outage();
    private final AtomicLong changes = new AtomicLong();
    private volatile Optional<String> lease = Optional.empty();

    /** Each store has its own: two of them may be open in one process. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenTransaction> current = new ThreadLocal<>();

    /**
     * @param turn is held by each transaction from its beginning to its end
     * @param door is held by whatever only reads, meanwhile
     * @param committed is run after each commit, and returns at once
     */
    Connections(Jdbi jdbi, Diagnosis diagnosis, Lock turn, Lock door, Runnable committed, Telemetry telemetry) {
        this.jdbi = jdbi;
        this.diagnosis = diagnosis;
        this.turn = turn;
        this.door = door;
        this.committed = committed;
        this.telemetry = telemetry;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return inOne(false, work);
    }

    @Override
    public <T> T repeatable(Supplier<T> work) {
        return inOne(true, work);
    }

    private <T> T inOne(boolean vote, Supplier<T> work) {
        OpenTransaction outer = current.get();
        if (outer != null) {
            return outer.runPart(work);
        }
        return vote
                ? RetryPolicy.withVotes(outage, () -> once(true, lease, work))
                : RetryPolicy.with(outage, () -> once(false, lease, work));
    }

    /** From now on everything is written under this lease, and refused once another process has ended that. */
    void writeUnder(String holder) {
        lease = Optional.of(holder);
    }

    /** Runs statements in a transaction of their own that needs no lease, such as those on leases themselves. */
    <T> T withoutLease(Function<Handle, T> statements) {
        return RetryPolicy.with(outage, () -> once(false, Optional.empty(), () -> inTransaction(statements)));
    }

    @Override
    public void runAfterCommit(Runnable effect) {
        OpenTransaction open = current.get();
        if (open == null) {
            effect.run();
        } else {
            open.runAfterCommit(effect);
        }
    }

    /** Runs statements in the calling thread's transaction, or in one of their own. */
    <T> T with(Function<Handle, T> statements) {
        return inOne(() -> inTransaction(statements));
    }

    private <T> T inTransaction(Function<Handle, T> statements) {
        return transaction().run(statements);
    }

    private OpenTransaction transaction() {
        return Objects.requireNonNull(current.get(), "A transaction belongs to the thread that began it");
    }

    /**
     * Runs queries in the calling thread's transaction; outside of one each sees what is committed when it begins, and none waits for
     * anybody's turn. They lock no rows and ask no other port.
     */
    <T> T read(Function<Handle, T> queries) {
        OpenTransaction open = current.get();
        return open == null
                ? RetryPolicy.with(outage, () -> beside(queries))
                : open.runPart(() -> inTransaction(queries));
    }

    /** Like {@link #with}, for statements that give nothing back. */
    void run(Consumer<Handle> statements) {
        with(handle -> {
            statements.accept(handle);
            return true;
        });
    }

    /** Like {@link #with}, for statements by which a season or a poll is not any more what it was. */
    <T> T change(Function<Handle, T> statements) {
        return inOne(() -> {
            transaction().forgetHeld();
            runAfterCommit(changes::incrementAndGet);
            return inTransaction(statements);
        });
    }

    /** Holds a poll's row, which nobody else can change from then on; what is held already is not read again. */
    Optional<EligibilityRows.Held> hold(long poll) {
        return inOne(() -> transaction().hold(poll));
    }

    /** The store is to be closed: whatever waits for a server that is out of reach is given up. */
    void giveUp() {
        outage.giveUp();
    }

    /** Grows with each commit by which a season or a poll has changed. */
    long changes() {
        return changes.get();
    }

    /** Runs queries on one snapshot of everything that was committed when the first of them began; others go on writing. */
    <T> T snapshot(Function<Handle, T> queries) {
        door.lock();
        try {
            return diagnosis.run(() -> jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, queries::apply));
        } finally {
            door.unlock();
        }
    }

    /**
     * Runs an insert that may lose against a row with the same key; empty if it did, and the transaction goes on. An insert that
     * simply failed would take the whole transaction with it on PostgreSQL.
     */
    static <T> Optional<T> unlessTaken(Handle handle, Supplier<T> insert) {
        handle.savepoint(SAVEPOINT);
        try {
            T inserted = insert.get();
            handle.releaseSavepoint(SAVEPOINT);
            return Optional.of(inserted);
        } catch (JdbiException failed) {
            if (!Diagnosis.isTaken(failed)) {
                throw failed;
            }
            handle.rollbackToSavepoint(SAVEPOINT);
            return Optional.empty();
        }
    }

    private <T> T beside(Function<Handle, T> queries) {
        long asked = System.nanoTime();
        boolean whole = false;
        door.lock();
        try {
            T found = diagnosis.run(() -> jdbi.withHandle(queries::apply));
            whole = true;
            return found;
        } finally {
            door.unlock();
            telemetry.recordTransaction(Duration.ofNanos(System.nanoTime() - asked), whole);
        }
    }

    private <T> T once(boolean vote, Optional<String> under, Supplier<T> work) {
        List<Runnable> effects = new ArrayList<>();
        T made = inTurn(vote, under, work, effects);
        committed.run();
        effects.forEach(Connections::runEffect);
        return made;
    }

    /**
     * First come, first served, so that large pieces one after another do not keep the others waiting for all of them. But a vote goes in at
     * once where nobody is inside: it is done sooner than the next in the line is awake.
     */
    private <T> T inTurn(boolean vote, Optional<String> under, Supplier<T> work, List<Runnable> effects) {
        long asked = System.nanoTime();
        boolean whole = false;
        if (!vote || !turn.tryLock()) {
            turn.lock();
        }
        try {
            OpenTransaction begun = new OpenTransaction(diagnosis.run(jdbi::open), diagnosis, under, effects);
            current.set(begun);
            T made = begun.whole(work);
            whole = true;
            return made;
        } finally {
            current.remove();
            turn.unlock();
            telemetry.recordTransaction(Duration.ofNanos(System.nanoTime() - asked), whole);
        }
    }

    private static void runEffect(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException broken) {
            LOG.error("What follows a commit failed; the commit itself stands", broken);
        }
    }
}
