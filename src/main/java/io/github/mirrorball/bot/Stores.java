package io.github.mirrorball.bot;

import io.github.mirrorball.schedule.Telemetry;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreException;
import java.time.Clock;
import java.time.InstantSource;

/** Opens the store that the settings name. */
final class Stores {

    private Stores() {}

    static Store open(Settings settings, Clock clock, InstantSource wire, Telemetry telemetry) {
        try {
            return Store.open(settings.storage().place().with(settings.servers()), clock, wire, telemetry);
        } catch (StoreException refused) {
            throw new StartFailure(String.valueOf(refused.getMessage()), refused);
        }
    }
}
