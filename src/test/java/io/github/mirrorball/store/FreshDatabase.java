package io.github.mirrorball.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Databases for the tests of other packages, with tables and nothing in them: copies, since making the tables takes longer than most tests. */
public final class FreshDatabase {

    private FreshDatabase() {}

    /** One on the tests' PostgreSQL. */
    public static StoreSettings.Place.Server postgres() {
        return (StoreSettings.Place.Server) Backend.POSTGRES.fresh().place();
    }

    /** Where a bot keeps its embedded one in a directory, which it then finds as if an earlier start had made it. */
    public static void embeddedIn(Path dataDir) {
        try {
            Backend.copyTo(dataDir.resolve("mirrorball"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
