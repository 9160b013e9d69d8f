package io.github.mirrorball.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The space in an embedded database's file while it is open. A commit writes the pages that it changes anew, in a chunk of its own, and a
 * chunk is free once none of its pages is of use any more. So that chunks of which little is of use do not pile up, what is left in them is
 * written anew too, in small steps. Nothing that is on the disk for certain is overwritten before what replaces it is there as well. Used
 * by whoever has the turn, but for {@link #sync}.
 */
final class FileSpace {

    /** A smaller file may hold what it likes, in bytes. */
    static final long SMALL = 16L << 20;

    /** So much written makes the next sync due, in bytes: what was replaced is kept until then. */
    private static final long MUCH = 4L << 20;

    /** In percent of those chunks of which a part is free. */
    private static final int LEAST_USE = 50;

    /** How much of use is written anew in a step, in bytes: some thirty pages, as five picks do. */
    private static final int STEP = 128 << 10;

    /** Enough for what some forty kills leave behind. */
    private static final int LONGEST_STEP = 1 << 20;

    /** The header that names the newest of them may still be on its way to the disk. */
    static final int SYNCS_KEPT = 2;

    private final MVStore store;
    private final CrashSafeFile file;
    private final Queue<MVStore.TxCounter> synced = new ConcurrentLinkedQueue<>();
    private long steps;
    private int step = STEP;

    private FileSpace(MVStore store, CrashSafeFile file) {
        this.store = store;
        this.file = file;
        synced.add(store.registerVersionUsage());
    }

    /** Of the database in that file, which the connection leads to. */
    static FileSpace of(Connection connection, Path path) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return new FileSpace(session.getDatabase().getStore().getMvStore(), CrashSafePath.opened(path));
    }

    /** Whether so much was written that waiting for the usual time would let the file grow. */
    boolean isSyncDue() {
        return file.unsynced() > MUCH;
    }

    /** Whether a failed write has closed the database. */
    boolean isClosed() {
        return store.isClosed() || store.getPanicException() != null;
    }

    /** What is left in the file of all that is deleted by now. */
    FreedSpace freed() {
        return new FreedSpace(store, file);
    }

    /** Notes what is committed by now, which the next sync brings to the disk. */
    void beginSync() {
        synced.add(store.registerVersionUsage());
        store.setRetentionTime(0);
        steps = 1 + file.unsynced() / STEP;
    }

    /** Brings that to the disk; others have their turns meanwhile. What had been replaced two such times ago may be overwritten then. */
    void sync() {
        try {
            file.sync();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        releaseAllBut(SYNCS_KEPT);
    }

    /** Keeps nothing that was replaced any more, since the database is about to be closed. */
    void release() {
        releaseAllBut(0);
    }

    private synchronized void releaseAllBut(int newest) {
        while (synced.size() > newest) {
            store.deregisterVersionUsage(synced.remove());
        }
    }

    /**
     * Writes a little of what is of use anew, if too much of the file is not, and no more in all than was written otherwise.
     *
     * @param small the size up to which a file may hold what it likes, in bytes
     * @return whether there may be more to do
     */
    boolean compactStep(long small) {
        boolean isWorthIt = steps > 0 && store.getFileStore().size() > small && info("CHUNKS_FILL_RATE_RW") < LEAST_USE;
        return isWorthIt && (hasMoved() || isLengthened());
    }

    private boolean hasMoved() {
        boolean isMoved = store.compact(LEAST_USE, step);
        if (isMoved) {
            steps--;
            store.commit();
        }
        return isMoved;
    }

    /** A killed process leaves pages that count as used though nobody uses them: they fill a step, and cannot be moved. */
    private boolean isLengthened() {
        boolean mayBeLonger = step < LONGEST_STEP;
        step = mayBeLonger ? 2 * step : step;
        return mayBeLonger;
    }

    private long info(String name) {
        Map<String, String> all = new HashMap<>();
        store.getFileStore().populateInfo(all::put);
        return Long.parseLong(all.getOrDefault("info." + name, "0"));
    }
}
