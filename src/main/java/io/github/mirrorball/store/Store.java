package io.github.mirrorball.store;

import io.github.mirrorball.league.AuditLog;
import io.github.mirrorball.league.Clubs;
import io.github.mirrorball.league.Drafts;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Greetings;
import io.github.mirrorball.league.Jokers;
import io.github.mirrorball.league.OptIns;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.Reveals;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.league.Servers;
import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.ops.Deadline;
import io.github.mirrorball.ops.Leases;
import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.ops.StoreHealth;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.outbox.Cards;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.ParkedNotices;
import io.github.mirrorball.outbox.Samples;
import io.github.mirrorball.outbox.ScheduledEvents;
import io.github.mirrorball.reactions.CardMemory;
import io.github.mirrorball.reactions.Doubts;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.reactions.Gaps;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.schedule.Due;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Standings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;

/**
 * Every port on one database. Thread-safe. What the ports throw is a {@link StoreException}; a transaction that lost a race against another
 * is run again a few times before that.
 */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Connections connections;
    private final Shards shards;
    private final Clock clock;
    private final InstantSource systemClock;

    private Store(Database database, Shards shards, Clock clock, InstantSource systemClock, Telemetry telemetry) {
        this.database = database;
        this.shards = shards;
        this.connections = database.connections(telemetry);
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /**
     * Opens the database, makes it if need be, and brings its schema up to date.
     *
     * @param clock the show clock
     * @param systemClock real time, for the outbox and for how long drafts are kept
     * @throws StoreException if that cannot be, with a sentence that says what to do
     */
    public static Store open(StoreSettings settings, Clock clock, InstantSource systemClock) {
        return open(settings, clock, systemClock, Telemetry.NONE);
    }

    /** The same, and every transaction is told of. */
    public static Store open(StoreSettings settings, Clock clock, InstantSource systemClock, Telemetry telemetry) {
        return new Store(Database.open(settings), settings.shards(), clock, systemClock, telemetry).withSealKey();
    }

    private Store withSealKey() {
        try {
            connections.run(SealKey::of);
            return this;
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Whether there is anything in the file of an embedded database; a server is asked when it is opened. */
    public static boolean isThere(StoreSettings settings) {
        return !(settings.place() instanceof StoreSettings.Place.Embedded embedded)
                || EmbeddedFile.exists(embedded.file());
    }

    /** Whether there is nothing in the file of an embedded database although something was saved in it. */
    public static boolean isGone(StoreSettings settings) {
        return settings.place() instanceof StoreSettings.Place.Embedded embedded
                && !EmbeddedFile.exists(embedded.file())
                && Files.exists(CommitGuard.mark(EmbeddedFile.file(embedded.file())));
    }

    /** The same of a database that has a league in it already; nothing is made where there is none. */
    public static Store openExisting(StoreSettings settings, Clock clock, InstantSource systemClock) {
        return new Store(Database.openExisting(settings), settings.shards(), clock, systemClock, Telemetry.NONE)
                .withSealKey();
    }

    /**
     * Says whom to tell that a database file could not be written for two minutes, as where the disk is full.
     *
     * @param listener may be run often, and returns at once
     */
    public void setHopelessListener(Runnable listener) {
        database.setHopelessListener(listener);
    }

    Database database() {
        return database;
    }

    public Transactions transactions() {
        return connections;
    }

    public Seasons seasons() {
        return new JdbcSeasons(connections, clock);
    }

    /** Grows with each commit of this store by which a season or a poll has changed: what was read of them since is still true. */
    public LongSupplier changes() {
        return connections::changes;
    }

    public Polls polls() {
        return new JdbcPolls(connections);
    }

    public Picks picks() {
        return new JdbcPicks(connections);
    }

    public Fans fans() {
        return new JdbcFans(connections);
    }

    public Gaps gaps() {
        return new JdbcGaps(connections, clock, shards);
    }

    public Doubts doubts() {
        return new JdbcDoubts(connections);
    }

    public CardMemory cardMemory() {
        return new JdbcCardMemory(connections);
    }

    public Reactions reactions() {
        return new JdbcReactions(connections, shards);
    }

    public Erasures erasures() {
        return new JdbcErasures(connections, this::ensureInstallation, clock);
    }

    public Standings standings() {
        return new JdbcStandings(connections);
    }

    public Corrections corrections() {
        return new JdbcCorrections(connections);
    }

    public Jokers jokers() {
        return new JdbcJokers(connections);
    }

    public Clubs clubs() {
        return new JdbcClubs(connections);
    }

    public Due due() {
        return new JdbcDue(connections, shards, database::wipe);
    }

    public Reveals reveals() {
        return new JdbcReveals(connections);
    }

    public OptIns optIns() {
        return new JdbcOptIns(connections);
    }

    public Moments moments() {
        return new JdbcMoments(connections, shards);
    }

    public Outbox outbox() {
        return new JdbcOutbox(connections, systemClock, shards);
    }

    public Cards cards() {
        return new JdbcCards(connections);
    }

    public ParkedNotices troubles() {
        return new JdbcParkedNotices(connections);
    }

    public ScheduledEvents events() {
        return new JdbcScheduledEvents(connections);
    }

    public Samples samples() {
        return new JdbcSamples(connections, shards);
    }

    public Greetings greetings() {
        return new JdbcGreetings(connections, this::ensureInstallation, shards);
    }

    public Servers servers() {
        return new JdbcServers(connections, clock, systemClock, shards);
    }

    public Drafts drafts() {
        return new JdbcDrafts(connections, systemClock);
    }

    public StoreHealth health() {
        return new JdbcHealth(connections, shards);
    }

    public AuditLog auditLog() {
        return new JdbcAuditLog(connections);
    }

    /** Who looks after which shards; empty where the database is a file, which admits one process alone. */
    public Optional<Leases> leases() {
        return database.isShared()
                ? Optional.of(new JdbcLeases(connections, this::ensureInstallation, connections::writeUnder))
                : Optional.empty();
    }

    /** What tells this database from every other: ten characters, drawn when it is first asked for, and kept. */
    public String ensureInstallation() {
        return connections.with(handle -> {
            Optional<String> known = findInstallation(handle);
            String drawn = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
            return known.or(() -> Connections.unlessTaken(handle, () -> {
                        handle.execute("INSERT INTO installation (only_one, id) VALUES (1, ?)", drawn);
                        return drawn;
                    }))
                    .or(() -> findInstallation(handle))
                    .orElseThrow();
        });
    }

    private static Optional<String> findInstallation(Handle handle) {
        return handle.createQuery("SELECT id FROM installation")
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Writes a backup of everything that was committed before, while others go on writing.
     *
     * @param key encrypts it; empty leaves it readable for everyone who has the file
     * @throws StoreException if it cannot be written
     */
    public BackupContents backUp(Path file, Optional<String> key) {
        String version = database.version();
        return connections.snapshot(
                snapshot -> new BackupWriter(file, key).write(snapshot, version, systemClock.instant()));
    }

    /**
     * Reads a whole backup and compares it with what it says of itself.
     *
     * @throws StoreException saying what is wrong with it
     */
    public static BackupContents check(Path backup, Optional<String> key) {
        return new BackupReader(backup, key).check();
    }

    /** Opens what is left of a database that holds less than was saved in it, and takes that for all from then on. */
    public static Store openWithLoss(StoreSettings settings, Clock clock, InstantSource systemClock) {
        return new Store(Database.openWithLoss(settings), settings.shards(), clock, systemClock, Telemetry.NONE);
    }

    /** How many rows each table has. */
    public BackupContents contents() {
        String version = database.version();
        return connections.read(handle -> new BackupContents(
                systemClock.instant(),
                version,
                Tables.inOrder(handle).stream()
                        .map(table -> new BackupContents.Table(table, List.of(), Tables.rows(handle, table), ""))
                        .toList()));
    }

    /**
     * Fills an empty database with a backup, whichever kind of database that was made of; all of it or nothing.
     *
     * @throws StoreException if the backup is damaged, of a newer version or encrypted otherwise, or the database not empty or in use
     */
    public static BackupContents restore(Path backup, Optional<String> key, StoreSettings into) {
        BackupReader reader = new BackupReader(backup, key);
        BackupContents contents = reader.check();
        Filling.fill(
                into,
                MigrationVersion.fromVersion(contents.schema()),
                handle -> reader.load(handle).tables());
        return contents;
    }

    /** Whether a file is a backup with the secret by which it is known again who was erased. It is not read any further. */
    public static boolean holdsSealKey(Path backup) {
        return BackupZip.isFilled(backup, BackupContents.Table.entry(SealKey.TABLE));
    }

    /**
     * Lets a database that was restored from a backup without the secret of the seals have the first that is found in other backups, so that
     * it is known again who was erased.
     *
     * @return whether it has one now
     */
    public static boolean adoptSealKey(StoreSettings restored, List<Path> backups, Optional<String> key) {
        Optional<String> found = backups.stream()
                .filter(Store::holdsSealKey)
                .flatMap(backup -> new BackupReader(backup, key).sealKey().stream())
                .findFirst();
        found.ifPresent(secret -> {
            try (Database database = Database.open(restored)) {
                database.connections().run(handle -> SealKey.keep(handle, secret));
            }
        });
        return found.isPresent();
    }

    /**
     * Copies everything from one database to an empty one, straight and in one transaction on either side: all of it or nothing.
     *
     * @throws StoreException if somebody uses either, there is nothing to copy, or the other is not empty
     */
    public static BackupContents copy(StoreSettings from, StoreSettings into, InstantSource systemClock) {
        try (Database source = Database.openExisting(from)) {
            String version = source.version();
            return source.connections().snapshot(handle -> {
                source.refuseWhileUsed(handle);
                List<BackupContents.Table> copied = new ArrayList<>();
                Filling.fill(into, MigrationVersion.LATEST, target -> {
                    copied.addAll(Tables.copy(handle, target));
                    return copied;
                });
                return new BackupContents(systemClock.instant(), version, copied);
            });
        }
    }

    /** What is under way and waits for a server is broken off, and nothing is waited for any more: the store is to be closed. */
    public void giveUp() {
        connections.giveUp();
        database.abort();
    }

    /** The same as {@link #close()}, and a server that does not answer cannot make it take longer. */
    public void close(Deadline end) {
        database.close(end);
    }

    /** Ends what the store does in the background and closes the database in order. No transaction may be running. */
    @Override
    public void close() {
        database.close();
    }
}
