package io.github.mirrorball.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.mirrorball.schedule.Telemetry;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One open database: its pool with the schema up to date, and for an embedded one its file and its checkpoints. */
final class Database implements AutoCloseable {

    /** Some 48 MB. */
    private static final long MOST_COMPACTED = 3000;

    private static final String LIVE_PAGES =
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'info.PAGE_COUNT_LIVE'";

    private final Diagnosis diagnosis;
    private final boolean isEmbedded;
    private final Optional<EmbeddedFile> file;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /**
     * One transaction at a time on an H2 file: what one thread's commit brings to the disk holds other threads' commits by halves, and a
     * process that is killed right then leaves rows behind that are neither there nor free. Elsewhere they go side by side.
     */
    private final Lock turn;

    private final Optional<Checkpoints> checkpoints;

    private Database(StoreSettings.Place place, Optional<EmbeddedFile> file, HikariDataSource pool) {
        this.diagnosis = new Diagnosis(place);
        this.isEmbedded = !(place instanceof StoreSettings.Place.Server);
        this.file = file;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.turn = file.isPresent() ? new ReentrantLock() : new ReentrantReadWriteLock().readLock();
        this.checkpoints = file.map(each -> Checkpoints.start(this::sync));
    }

    private void sync() {
        turn.lock();
        try {
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
        } finally {
            turn.unlock();
        }
    }

    static Database open(StoreSettings settings) {
        return open(settings, MigrationVersion.LATEST);
    }

    /** Opens it with the tables of an earlier version, if it has none yet. */
    static Database open(StoreSettings settings, MigrationVersion version) {
        Diagnosis diagnosis = new Diagnosis(settings.place());
        Optional<EmbeddedFile> file = settings.place() instanceof StoreSettings.Place.Embedded embedded
                ? Optional.of(EmbeddedFile.claim(embedded.file(), diagnosis))
                : Optional.empty();
        try {
            return opened(settings, file, diagnosis, version);
        } catch (RuntimeException failed) {
            file.ifPresent(EmbeddedFile::close);
            throw diagnosis.of(failed);
        }
    }

    Connections connections() {
        return connections(Telemetry.NONE);
    }

    /** The same, and every transaction is told of. */
    Connections connections(Telemetry telemetry) {
        return new Connections(jdbi, diagnosis, turn, () -> checkpoints.ifPresent(Checkpoints::committed), telemetry);
    }

    /** Whether other processes may use it as well. */
    boolean isShared() {
        return !isEmbedded;
    }

    /** The version of its tables. */
    String version() {
        return Schema.version(pool);
    }

    /** Brings tables of an earlier version up to date. */
    void migrate() {
        Schema.migrate(pool, diagnosis);
    }

    @Override
    public void close() {
        checkpoints.ifPresent(Checkpoints::close);
        try (pool) {
            if (isEmbedded) {
                shutDown();
            }
        } finally {
            file.ifPresent(EmbeddedFile::close);
        }
    }

    private static Database opened(
            StoreSettings settings, Optional<EmbeddedFile> file, Diagnosis diagnosis, MigrationVersion version) {
        HikariDataSource pool = Pools.open(settings, file);
        try {
            Schema.migrate(pool, diagnosis, version);
            return new Database(settings.place(), file, pool);
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    /**
     * Whether rewriting the whole file takes no more than about a second: a stop has to be over in ten, whatever the size. Only what is still
     * of use is rewritten, so the size of the file says nothing.
     */
    private boolean isSmall() {
        return jdbi.withHandle(handle ->
                        handle.createQuery(LIVE_PAGES).mapTo(Long.class).findFirst())
                .filter(pages -> pages > MOST_COMPACTED)
                .isEmpty();
    }

    private void shutDown() {
        try {
            jdbi.useHandle(handle -> handle.execute(isSmall() ? "SHUTDOWN COMPACT" : "SHUTDOWN"));
        } catch (JdbiException thrown) {
            if (!Diagnosis.isClosed(thrown)) {
                throw diagnosis.of(thrown);
            }
        }
    }
}
