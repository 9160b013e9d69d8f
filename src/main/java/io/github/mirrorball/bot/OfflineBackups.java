package io.github.mirrorball.bot;

import io.github.mirrorball.league.EraseFan;
import io.github.mirrorball.ops.BackupDirectory;
import io.github.mirrorball.ops.Backups;
import io.github.mirrorball.ops.ErasureJournal;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.store.BackupContents;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Backups of a database that no bot has open, and copies of it in another place. Thread-safe. */
public final class OfflineBackups implements Backups {

    private static final Clock SYSTEM_CLOCK = Clock.systemUTC();

    /** So long before a backup's time an erasure can have been noted that was committed after it. */
    private static final Duration LONGEST_ERASURE = Duration.ofMinutes(1);

    private final Storage storage;
    private final Optional<String> backupKey;
    private final Optional<String> newKey;

    /** Backups are encrypted with the database's key, and none is read that is not; without a key they are readable for everyone. */
    public OfflineBackups(Storage storage) {
        this(storage, Optional.empty());
    }

    /** @param newKey encrypts what is copied elsewhere, in the stead of the storage's own */
    public OfflineBackups(Storage storage, Optional<String> newKey) {
        this(storage, storage.key(), newKey);
    }

    private OfflineBackups(Storage storage, Optional<String> backupKey, Optional<String> newKey) {
        this.storage = storage;
        this.backupKey = backupKey;
        this.newKey = newKey;
    }

    @Override
    public Backups unencrypted() {
        return new OfflineBackups(storage, Optional.empty(), newKey);
    }

    @Override
    public Copy write(Path file, boolean overwrite) {
        if (!overwrite && Files.exists(file)) {
            throw new StartFailure("There is a file " + file
                    + " already, which may be a better backup than this one would be. Name another, or say"
                    + " --overwrite.");
        }
        return run(() -> {
            Stores.refuseIfGone(storage, SYSTEM_CLOCK);
            try (Store store = Store.openExisting(storage.place().asFound(), SYSTEM_CLOCK, SYSTEM_CLOCK)) {
                BackupContents written = store.backUp(file, backupKey);
                new ErasureJournal(storage.backups(), SYSTEM_CLOCK).renew(store.erasures()::keyed);
                return written;
            }
        });
    }

    @Override
    public Copy check(Path file) {
        return run(() -> Store.check(file, backupKey));
    }

    /** Journals of erasures are looked for where the settings say, and beside the backup. */
    @Override
    public Restored restore(Path file) {
        Copy copy = run(() -> Store.restore(file, backupKey, storage.place()));
        Set<Path> directories = new LinkedHashSet<>(List.of(
                storage.backups().toAbsolutePath(), file.toAbsolutePath().resolveSibling("")));
        Set<String> keyed = new HashSet<>();
        Set<String> noted = new HashSet<>();
        for (Path directory : directories) {
            ErasureJournal.Noted after = new ErasureJournal(directory, SYSTEM_CLOCK)
                    .after(copy.madeAt().minus(LONGEST_ERASURE));
            keyed.addAll(after.keyed());
            noted.addAll(after.unkeyed());
        }
        boolean isKnown = keyed.isEmpty() || hasSealKey(file, directories);
        noted.addAll(keyed);
        return new Restored(copy, noted.isEmpty() ? 0 : eraseAgain(noted), isKnown ? 0 : keyed.size());
    }

    /** A backup from before there was a secret of the seals has that of a later one. */
    private boolean hasSealKey(Path restored, Set<Path> directories) {
        return Store.holdsSealKey(restored)
                || Store.adoptSealKey(
                        storage.place(),
                        directories.stream()
                                .flatMap(directory -> new BackupDirectory(directory).files().stream())
                                .toList(),
                        backupKey);
    }

    private int eraseAgain(Set<String> noted) {
        try (Store store = Store.open(storage.place(), SYSTEM_CLOCK, SYSTEM_CLOCK)) {
            EraseFan eraseFan = new UseCases(
                            store, poll -> {}, () -> {}, seal -> {}, SYSTEM_CLOCK, SYSTEM_CLOCK, Telemetry.NONE)
                    .eraseFan;
            Erasures erasures = store.erasures();
            List<Erasures.Someone> again = erasures.known().stream()
                    .filter(each -> erasures.seal(each.server(), each.user()).isIn(noted))
                    .toList();
            again.forEach(each -> eraseFan.erase(each.server(), each.user(), channel -> false));
            return again.size();
        }
    }

    @Override
    public Copy copyTo(String place, Supplier<Optional<String>> password) {
        return copyTo(storage.elsewhere(place, newKey, password));
    }

    /** Copies everything to another storage, which has to be empty, without a file between them. */
    public Copy copyTo(Storage target) {
        if (target.isSameAs(storage)) {
            throw new StartFailure("That is the database of the settings itself. Name the one to copy it to.");
        }
        return run(() -> Store.copy(storage.place().asFound(), target.place(), SYSTEM_CLOCK));
    }

    @Override
    public Optional<Left> acceptLoss() {
        return isWhole() ? Optional.empty() : Optional.of(goOnWithWhatIsLeft());
    }

    private boolean isWhole() {
        try {
            Stores.refuseIfGone(storage, SYSTEM_CLOCK);
            if (Store.isGone(storage.place())) {
                return false;
            }
            Store.openExisting(storage.place(), SYSTEM_CLOCK, SYSTEM_CLOCK).close();
            return true;
        } catch (StartFailure gone) {
            return false;
        } catch (StoreException refused) {
            if (!refused.isLoss()) {
                throw new StartFailure(String.valueOf(refused.getMessage()), refused);
            }
            return false;
        }
    }

    /** The backups are of a league that had more, and shall not make room for those of this one. */
    private Left goOnWithWhatIsLeft() {
        Optional<Path> aside = new BackupDirectory(storage.backups()).setAside(SYSTEM_CLOCK.instant());
        Copy left = run(() -> {
            try (Store store = Store.openWithLoss(storage.place(), SYSTEM_CLOCK, SYSTEM_CLOCK)) {
                return store.contents();
            }
        });
        return new Left(left, aside);
    }

    private Copy run(Supplier<BackupContents> work) {
        BackupContents contents = Stores.withStore(storage, SYSTEM_CLOCK, work);
        return new Copy(
                contents.madeAt(),
                contents.rows("season"),
                contents.rows("poll"),
                contents.rows("fan"),
                contents.rows("pick"));
    }
}
