package io.github.mirrorball.bot;

import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.store.Store;
import java.time.Clock;
import java.time.InstantSource;

/** What is due in a store, wired as the bot wires it, for whoever wants to know what looking for it costs. */
public final class DueWork {

    private final UseCases useCases;

    public DueWork(Store store, Clock clock) {
        useCases = new UseCases(store, poll -> {}, () -> {}, seal -> {}, clock, InstantSource.system(), Telemetry.NONE);
    }

    /** Does what is due. */
    public void run() {
        useCases.due.run();
    }
}
