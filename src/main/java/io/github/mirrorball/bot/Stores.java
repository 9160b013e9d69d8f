package io.github.mirrorball.bot;

import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreException;
import io.github.mirrorball.store.StoreSettings;
import java.time.Clock;
import java.time.InstantSource;

/** Opens the store that the settings name. */
final class Stores {

    private Stores() {}

    static Store open(Settings settings, Clock clock, InstantSource wire) {
        StoreSettings place = settings.database()
                .map(database -> StoreSettings.postgres(
                        database.jdbcUrl(),
                        database.user().orElse(""),
                        database.password().orElse("")))
                .orElseGet(() -> StoreSettings.embedded(settings.dataDir().resolve("mirrorball")));
        try {
            return Store.open(place, clock, wire);
        } catch (StoreException refused) {
            throw new StartFailure(String.valueOf(refused.getMessage()), refused);
        }
    }
}
