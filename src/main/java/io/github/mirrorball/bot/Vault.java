package io.github.mirrorball.bot;

import io.github.mirrorball.schedule.Backups;
import io.github.mirrorball.store.BackupContents;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** Backups of a database that no bot has open, and copies of it in another place. Thread-safe. */
public final class Vault implements Backups {

    private static final Clock WIRE = Clock.systemUTC();

    private final Storage storage;

    public Vault(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Copy write(Path file) {
        return told(() -> {
            try (Store store = Store.open(storage.place(), WIRE, WIRE)) {
                return store.backUp(file, storage.key());
            }
        });
    }

    @Override
    public Copy check(Path file) {
        return told(() -> Store.check(file, storage.key()));
    }

    @Override
    public Copy restore(Path file) {
        return told(() -> Store.restore(file, storage.key(), storage.place()));
    }

    /**
     * Copies everything to an empty database, by a backup that is removed afterwards.
     *
     * @throws StartFailure if that cannot be, and then nothing was copied
     */
    public Copy copyTo(Storage target) {
        try {
            Path file = Files.createTempFile("mirrorball", ".zip");
            try {
                write(file);
                return new Vault(target).restore(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new StartFailure("There is no place for a temporary file: " + broken.getMessage(), broken);
        }
    }

    private static Copy told(Supplier<BackupContents> work) {
        try {
            BackupContents contents = work.get();
            return new Copy(
                    contents.madeAt(),
                    contents.rows("season"),
                    contents.rows("poll"),
                    contents.rows("fan"),
                    contents.rows("pick"));
        } catch (StoreException refused) {
            throw new StartFailure(String.valueOf(refused.getMessage()), refused);
        }
    }
}
