package io.github.mirrorball.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;

/** How an empty database is filled: all at once or not at all. */
final class Filling {

    private Filling() {}

    /**
     * Fills a database, and brings its tables up to date.
     *
     * @param version of the tables that the rows are of
     * @param rows adds them, and says how many there are of each table
     */
    static void fill(StoreSettings into, MigrationVersion version, Function<Handle, List<BackupContents.Table>> rows) {
        if (into.place() instanceof StoreSettings.Place.Embedded embedded && !EmbeddedFile.exists(embedded.file())) {
            fillNew(embedded, version, rows);
        } else {
            fillPresent(into, version, rows);
        }
    }

    private static void fillPresent(
            StoreSettings into, MigrationVersion version, Function<Handle, List<BackupContents.Table>> rows) {
        try (Database database = Database.open(into, version)) {
            refuseOtherTables(database, version);
            database.connections().run(handle -> {
                database.refuseWhileUsed(handle);
                refuseUnlessEmpty(handle, into.place());
                rows.apply(handle).forEach(table -> refuseUnlessWhole(handle, table));
                Tables.renumber(handle);
            });
            database.migrate();
        }
    }

    /** A file appears under its name when it is whole, so that a bot never begins a new league in what is left of a failure. */
    private static void fillNew(
            StoreSettings.Place.Embedded place,
            MigrationVersion version,
            Function<Handle, List<BackupContents.Table>> rows) {
        Path named = EmbeddedFile.file(place.file());
        Path part = EmbeddedFile.file(place.file().resolveSibling("restoring"));
        try {
            remove(part);
            fillPresent(StoreSettings.embedded(part, place.key()), version, rows);
            Files.move(CommitGuard.mark(part), CommitGuard.mark(named), StandardCopyOption.ATOMIC_MOVE);
            Files.move(part, named, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new StoreException(
                    "The database " + named + " cannot be written. Look at the directory's permissions and at the space"
                            + " left on the disk.",
                    broken);
        } catch (RuntimeException failed) {
            remove(part);
            throw failed;
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(CommitGuard.mark(part));
        } catch (IOException kept) {
            throw new StoreException(
                    "What is left of an earlier restore, " + part + ", cannot be removed. Remove it.", kept);
        }
    }

    private static void refuseOtherTables(Database database, MigrationVersion version) {
        if (!version.equals(MigrationVersion.LATEST) && !version.getVersion().equals(database.version())) {
            throw new StoreException("The database to restore into has tables of version " + database.version()
                    + ", and the backup is of version " + version + ". Name a database without any tables.");
        }
    }

    private static void refuseUnlessEmpty(Handle handle, StoreSettings.Place place) {
        for (String table : Tables.inOrder(handle)) {
            if (Tables.rows(handle, table) > 0) {
                throw new StoreException(
                        "The database " + place + " is not empty, so nothing was copied into it. Name an empty one.");
            }
        }
    }

    private static void refuseUnlessWhole(Handle handle, BackupContents.Table table) {
        if (Tables.rows(handle, table.name()) != table.rows()) {
            throw new StoreException("Not every row of " + table.name() + " arrived; nothing was restored.");
        }
    }
}
