package io.github.mirrorball.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.github.mirrorball.ops.Deadline;
import io.github.mirrorball.ops.Telemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open database: its pool with the schema up to date, and for an embedded one its file and its checkpoints. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Some 48 MB in pages that are full. */
    private static final long MOST_COMPACTED = 3000;

    private static final long LARGEST_COMPACTED = 256L << 20;

    /** A smaller file may hold what it likes. */
    private static final long LEAST_WASTE = 32L << 20;

    /** In percent of the file. */
    private static final int LEAST_USE = 25;

    /**
     * Rewriting takes a second for each 300 MB or so, so it is left to a start, and to a time at which hardly anybody waits for it. Meanwhile
     * there is {@link FileSpace}.
     */
    private static final Duration QUIET = Duration.ofMinutes(5);

    /** Some 4 MB. */
    private static final int MOVES_BETWEEN_SYNCS = 32;

    /** Somebody may be reading what was deleted, such as a backup. */
    private static final int MOST_ROUNDS = 10;

    private static final String INFO =
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = :name";

    /** Reading a statement takes longer than running it, and every database is asked the same ones. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final Diagnosis diagnosis;
    private final boolean isEmbedded;
    private final StoreSettings settings;
    private final Optional<EmbeddedFile> file;
    private final OpenConnections open = new OpenConnections(this::connection);
    private final Jdbi jdbi = Jdbi.create(open);
    private volatile HikariDataSource pool;
    private volatile Optional<FileSpace> space;

    /**
     * One transaction at a time on an H2 file: what one thread's commit brings to the disk holds other threads' commits by halves, and a
     * process that is killed right then leaves rows behind that are neither there nor free. Elsewhere they go side by side.
     */
    private final Lock turn;

    /** Whatever only reads goes in beside the turn, and is kept out only while the file is rewritten. */
    private final ReadWriteLock door = new ReentrantReadWriteLock();

    private final Optional<Checkpoints> checkpoints;
    private final Optional<CommitGuard> guard;
    private final Reopening reopening = new Reopening(System::nanoTime, this::giveUp);
    private volatile boolean isClosing;
    private volatile Runnable hopeless = () -> {};

    private Database(
            StoreSettings settings, Optional<EmbeddedFile> file, Optional<CommitGuard> guard, HikariDataSource pool) {
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        this.settings = settings;
        this.diagnosis = new Diagnosis(settings.place());
        this.isEmbedded = !(settings.place() instanceof StoreSettings.Place.Server);
        this.file = file;
        this.guard = guard;
        this.pool = pool;
        this.space = space();
        this.turn = file.isPresent() ? new ReentrantLock(true) : new ReentrantReadWriteLock().readLock();
        this.checkpoints =
                file.map(each -> Checkpoints.start(() -> tidy(FileSpace.SMALL), this::compactIfWorthIt, QUIET));
    }

    private Connection connection() throws SQLException {
        if (isClosedByFailure()) {
            reopenAfterFailure();
        }
        return pool.getConnection();
    }

    /** Whether a failed write has closed it, and it was not opened anew yet. */
    boolean isClosedByFailure() {
        return space.filter(FileSpace::isClosed).isPresent();
    }

    /** Where it is too early for the next attempt, the connections say that the database is closed. */
    private synchronized void reopenAfterFailure() throws SQLException {
        if (isClosedByFailure() && reopening.begin()) {
            pool.close();
            try {
                pool = Pools.open(settings, file);
                space = space();
                guard.ifPresent(CommitGuard::afterOpen);
            } catch (HikariPool.PoolInitializationException failed) {
                LOG.debug("It could not be opened anew", failed);
                throw new SQLException("It is closed, and could not be opened anew");
            }
        }
    }

    private void onCommit() {
        guard.ifPresent(CommitGuard::onCommit);
        boolean isMuch = space.filter(FileSpace::isSyncDue).isPresent();
        checkpoints.ifPresent(each -> each.onCommit(isMuch));
        reopening.onCommit();
    }

    private Optional<FileSpace> space() {
        try (Connection connection = pool.getConnection()) {
            return file.isPresent()
                    ? Optional.of(FileSpace.of(connection, file.get().path()))
                    : Optional.empty();
        } catch (SQLException failed) {
            throw diagnosis.of(failed);
        }
    }

    /**
     * Brings every commit to the disk, and makes room in the file.
     *
     * @param small the size up to which the file may hold what it likes, in bytes
     */
    void tidy(long small) {
        sync();
        freeSpace(small);
    }

    private void sync() {
        guard.ifPresent(each -> each.onSync(checkpoint()));
    }

    /** Brings everything committed to the disk, and tells the checkpoint's number, which is part of it. */
    private long checkpoint() {
        long number = beginCheckpoint();
        space.ifPresent(FileSpace::sync);
        return number;
    }

    private long beginCheckpoint() {
        turn.lock();
        try {
            long number = diagnosis.run(() -> jdbi.inTransaction(Checkpoint::advance));
            space.ifPresent(FileSpace::beginSync);
            return number;
        } finally {
            turn.unlock();
        }
    }

    /** Makes room in the file, in steps between which others have their turn. */
    private void freeSpace(long small) {
        boolean more = true;
        while (more) {
            turn.lock();
            try {
                more = space.filter(each -> each.compactStep(small)).isPresent();
            } finally {
                turn.unlock();
            }
        }
    }

    /**
     * Has what was deleted up to now wiped from the file, soon and in steps between which others have their turn; returns at once.
     *
     * @param now of the show clock
     */
    void wipe(Instant now) {
        checkpoints.ifPresentOrElse(
                each -> each.ask(() -> {
                    if (wipe()) {
                        markWiped(now);
                    }
                }),
                () -> markWiped(now));
    }

    /** A file that is rewritten holds nothing of it any more; elsewhere it is not in our hands. */
    private void markWiped(Instant now) {
        inTurn(() -> diagnosis.run(() -> jdbi.inTransaction(handle -> {
            WipeDue.markDone(handle, now);
            return true;
        })));
    }

    /** False if it has to be tried again. */
    private boolean wipe() {
        FreedSpace freed = space.orElseThrow().freed();
        boolean isFree = false;
        for (int round = 0; round < MOST_ROUNDS && !isFree && !isClosing; round++) {
            runPart(freed);
            isFree = inTurn(freed::isFree);
        }
        boolean isWiped = isFree && overwrite(freed);
        sync();
        LOG.debug("What was deleted is wiped from the file: {}", isWiped);
        return isWiped && !isClosing;
    }

    /** Where it cannot be told for certain what is free, nothing is overwritten; after the next commits it can. */
    private boolean overwrite(FreedSpace freed) {
        try {
            boolean more = true;
            while (more) {
                more = !isClosing && inTurn(freed::wipeStep);
            }
            return true;
        } catch (IllegalStateException unsure) {
            LOG.debug("What is free in the file is looked for again", unsure);
            return false;
        }
    }

    /** What was replaced is kept for some syncs. */
    private void runPart(FreedSpace freed) {
        int steps = 0;
        while (!isClosing && inTurn(freed::moveStep)) {
            if (++steps % MOVES_BETWEEN_SYNCS == 0) {
                sync();
            }
        }
        for (int i = 0; i <= FileSpace.SYNCS_KEPT + 1; i++) {
            sync();
        }
    }

    private boolean inTurn(BooleanSupplier step) {
        turn.lock();
        try {
            return step.getAsBoolean();
        } finally {
            turn.unlock();
        }
    }

    static Database open(StoreSettings settings) {
        return open(settings, MigrationVersion.LATEST);
    }

    /** Opens it with the tables of an earlier version, if it has none yet. */
    static Database open(StoreSettings settings, MigrationVersion version) {
        return open(settings, version, false);
    }

    /** Opens whatever is left of a database that holds less than was saved in it. */
    static Database openWithLoss(StoreSettings settings) {
        return open(settings, MigrationVersion.LATEST, true);
    }

    private static Database open(StoreSettings settings, MigrationVersion version, boolean isLossAccepted) {
        Diagnosis diagnosis = new Diagnosis(settings.place());
        Optional<EmbeddedFile> file = settings.place() instanceof StoreSettings.Place.Embedded embedded
                ? Optional.of(EmbeddedFile.claim(embedded.file(), diagnosis))
                : Optional.empty();
        Optional<CommitGuard> guard = Optional.empty();
        try {
            guard = file.map(each -> CommitGuard.of(each, isLossAccepted));
            Database database = open(settings, file, guard, diagnosis, version);
            database.compactIfWorthIt();
            return database;
        } catch (RuntimeException failed) {
            guard.ifPresent(CommitGuard::close);
            file.ifPresent(EmbeddedFile::close);
            throw diagnosis.of(failed);
        }
    }

    /** Opens it as {@link #open} does, if Mirrorball's tables are in it already; where they are not, nothing is made. */
    static Database openExisting(StoreSettings settings) {
        if (settings.place() instanceof StoreSettings.Place.Embedded embedded
                && !EmbeddedFile.exists(embedded.file())) {
            throw new Diagnosis(settings.place()).nothingThere();
        }
        if (settings.place() instanceof StoreSettings.Place.Server) {
            refuseWithoutTables(settings);
        }
        return open(settings);
    }

    private static void refuseWithoutTables(StoreSettings settings) {
        Diagnosis diagnosis = new Diagnosis(settings.place());
        try (HikariDataSource pool = Pools.open(settings, Optional.empty())) {
            if (Schema.history(pool).isEmpty()) {
                throw diagnosis.nothingThere();
            }
        } catch (RuntimeException failed) {
            throw diagnosis.of(failed);
        }
    }

    /** Ends with a sentence while a bot runs on it; where the database is a file, that keeps others out by itself. */
    void refuseWhileUsed(Handle handle) {
        if (isShared() && Tables.inOrder(handle).contains("installation")) {
            JdbcLeases.user(handle).ifPresent(process -> {
                throw diagnosis.inUse(process);
            });
        }
    }

    Connections connections() {
        return connections(Telemetry.NONE);
    }

    /** The same, and every transaction is told of. */
    Connections connections(Telemetry telemetry) {
        return new Connections(jdbi, diagnosis, turn, door.readLock(), this::onCommit, telemetry);
    }

    /** Whether other processes may use it as well. */
    boolean isShared() {
        return !isEmbedded;
    }

    /** The version of its tables. */
    String version() {
        return Schema.version(pool);
    }

    /** What was done to its tables so far, in short. */
    Optional<String> history() {
        return Schema.history(pool);
    }

    /** @param listener is run, maybe often, when the file has not taken any changes for two minutes; returns at once */
    void setHopelessListener(Runnable listener) {
        hopeless = listener;
    }

    private void giveUp() {
        hopeless.run();
    }

    /** Brings tables of an earlier version up to date. */
    void migrate() {
        Schema.migrate(pool, diagnosis);
    }

    /** Breaks off whatever is under way on a server; on a file nothing waits for anybody else. */
    void abort() {
        if (!isEmbedded) {
            open.abort();
        }
    }

    /** Closes it in order; if a server keeps that from ending in time, it is left to the end of the process. */
    void close(Deadline end) {
        if (isEmbedded) {
            close();
            return;
        }
        Thread closing = new Thread(this::close, "store-closing");
        closing.setDaemon(true);
        closing.start();
        if (!end.awaitEnd(closing)) {
            LOG.warn("The connections to the database could not be closed in time");
        }
    }

    @Override
    public void close() {
        isClosing = true;
        checkpoints.ifPresent(Checkpoints::close);
        try (HikariDataSource closing = pool) {
            LOG.debug("Closing {}", closing.getPoolName());
            if (isEmbedded && !isClosedByFailure()) {
                shutDownLast();
            }
        } finally {
            guard.ifPresent(CommitGuard::close);
            file.ifPresent(EmbeddedFile::close);
        }
    }

    private static Database open(
            StoreSettings settings,
            Optional<EmbeddedFile> file,
            Optional<CommitGuard> guard,
            Diagnosis diagnosis,
            MigrationVersion version) {
        HikariDataSource pool = Pools.open(settings, file);
        try {
            guard.ifPresent(each -> each.look(Checkpoint.last(pool)));
            Schema.migrate(pool, diagnosis, version);
            guard.ifPresent(CommitGuard::afterOpen);
            return new Database(settings, file, guard, pool);
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    /** Rewrites the file if most of it is of no use any more. */
    void compactIfWorthIt() {
        if (file.isPresent() && isMostlyWaste()) {
            compact();
        }
    }

    /**
     * Rewrites an embedded database's file, with nobody inside; whoever comes meanwhile waits. A kill in the middle leaves the old file or
     * the new one, because the new one takes the place of the old in one step.
     *
     * @return false if somebody reads, which may take long; then nothing was done
     */
    boolean compact() {
        turn.lock();
        try {
            boolean empty = door.writeLock().tryLock();
            if (empty) {
                try {
                    reopen();
                } finally {
                    door.writeLock().unlock();
                }
            }
            return empty;
        } finally {
            turn.unlock();
        }
    }

    private synchronized void reopen() {
        try (HikariDataSource closing = pool) {
            LOG.debug("The file of {} is rewritten", closing.getPoolName());
            guard.ifPresent(each -> each.beforeRewrite(checkpoint()));
            shutDown("SHUTDOWN COMPACT");
        } finally {
            pool = Pools.open(settings, file);
            space = space();
        }
        guard.ifPresent(CommitGuard::afterOpen);
    }

    private boolean isMostlyWaste() {
        return info("FILE_SIZE") > LEAST_WASTE && info("CHUNKS_FILL_RATE") < LEAST_USE;
    }

    /** Whether rewriting the whole file takes no more than about a second: a stop has to be over in ten, whatever the size. */
    private boolean isSmall() {
        return info("PAGE_COUNT_LIVE") <= MOST_COMPACTED && info("FILE_SIZE") <= LARGEST_COMPACTED;
    }

    /** What H2 tells of the file; 0 of what it does not. */
    private long info(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(INFO)
                .bind("name", "info." + name)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L));
    }

    /** All that was committed is in the file already: a start finds it there however this one ends. */
    private void shutDownLast() {
        try {
            guard.ifPresent(each -> each.beforeRewrite(checkpoint()));
            shutDown(isSmall() ? "SHUTDOWN COMPACT" : "SHUTDOWN");
            guard.ifPresent(CommitGuard::afterClose);
        } catch (StoreException | JdbiException failed) {
            LOG.warn(
                    "{} It was not closed in order; nothing is lost by that.",
                    diagnosis.of(failed).getMessage());
        }
    }

    private void shutDown(String how) {
        space.ifPresent(FileSpace::release);
        try {
            jdbi.useHandle(handle -> handle.execute(how));
        } catch (JdbiException thrown) {
            if (!Diagnosis.isClosed(thrown)) {
                throw diagnosis.of(thrown);
            }
        }
    }
}
