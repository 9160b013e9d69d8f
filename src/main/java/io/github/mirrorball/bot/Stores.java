package io.github.mirrorball.bot;

import io.github.mirrorball.ops.BackupDirectory;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the store that the settings name, and says in a sentence why that cannot be. */
final class Stores {

    private Stores() {}

    static Store open(Settings settings, Clock clock, InstantSource systemClock, Telemetry telemetry) {
        Storage storage = settings.storage();
        return withStore(storage, systemClock, () -> {
            refuseIfGone(storage, systemClock);
            return Store.open(storage.place().with(settings.servers()), clock, systemClock, telemetry);
        });
    }

    /**
     * Does something with a storage.
     *
     * @throws StartFailure with the store's sentence, and what to do about it where something was lost
     */
    static <T> T withStore(Storage storage, InstantSource systemClock, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException refused) {
            String sentence = String.valueOf(refused.getMessage());
            throw new StartFailure(refused.isLoss() ? sentence + wayOut(storage, systemClock) : sentence, refused);
        }
    }

    /** Where a league was backed up, no new one is begun without a word. */
    static void refuseIfGone(Storage storage, InstantSource systemClock) {
        if (!Store.isThere(storage.place()) && newest(storage, systemClock).isPresent()) {
            throw new StartFailure("There is no database in " + storage.dataDir()
                    + ", or it is empty, although there are backups of one." + wayOut(storage, systemClock));
        }
    }

    private static String wayOut(Storage storage, InstantSource systemClock) {
        String look = newest(storage, systemClock)
                .map(file -> " The newest backup is " + file
                        + ": move what is left of the database elsewhere, and run \"restore " + file + "\".")
                .orElse(" There is no backup in " + storage.backups()
                        + ": look for one elsewhere, or for a copy of the database.");
        return look + " To go on with what is left, if there is anything, run \"accept-loss\".";
    }

    private static Optional<Path> newest(Storage storage, InstantSource systemClock) {
        return new BackupDirectory(storage.backups()).newestFile(systemClock.instant());
    }
}
