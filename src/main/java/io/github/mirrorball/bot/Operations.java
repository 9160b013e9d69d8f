package io.github.mirrorball.bot;

import io.github.mirrorball.ops.BackupDirectory;
import io.github.mirrorball.ops.ErasureJournal;
import io.github.mirrorball.ops.Metrics;
import io.github.mirrorball.ops.Monitor;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.ops.TimedBackups;
import io.github.mirrorball.store.Store;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The upkeep of the running bot, as the settings want it. Begun and ended by the bot's own thread. */
final class Operations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Settings settings;
    private final InstantSource systemClock;
    private final Optional<Metrics> metrics;
    private Optional<Monitor> monitor = Optional.empty();
    private Optional<TimedBackups> backups = Optional.empty();

    /** @param systemClock real time */
    Operations(Settings settings, InstantSource systemClock) {
        this.settings = settings;
        this.systemClock = systemClock;
        this.metrics = settings.upkeep().at().map(at -> new Metrics());
    }

    /** What takes how the bot is doing. */
    Telemetry telemetry() {
        return metrics.<Telemetry>map(each -> each).orElse(Telemetry.NONE);
    }

    /**
     * Begins to serve: from the first on, so that whoever waits for the bot is told that it is not ready yet.
     *
     * @throws StartFailure if the address cannot be listened to
     */
    void serve(Store store) {
        metrics.ifPresent(measured -> monitor = settings.upkeep().at().map(at -> serve(at, measured, store)));
    }

    /**
     * Begins to back up, once the start needs the computer no more, where it has the first shard: one process does that for all.
     *
     * @param journal of erasures; its seals are renewed once there is a backup with which they can be read
     */
    void keepSafe(Store store, ErasureJournal journal) {
        backups = settings.upkeep()
                .backupEvery()
                .filter(every -> settings.servers().first() == 0)
                .map(every -> backUp(every, store, journal));
    }

    /** Where health and metrics are served. */
    Optional<InetSocketAddress> address() {
        return monitor.map(Monitor::address);
    }

    private Monitor serve(InetSocketAddress at, Metrics measured, Store store) {
        try {
            Monitor opened = Monitor.open(at, measured, store.health(), systemClock);
            InetSocketAddress bound = opened.address();
            LOG.info("Health and metrics are at http://{}:{}", bound.getHostString(), bound.getPort());
            return opened;
        } catch (RuntimeException taken) {
            throw new StartFailure(
                    "Nothing can be served at " + at.getAddress().getHostAddress() + ", port " + at.getPort()
                            + ": the port is taken, or the address is not this computer's. Change OPS_PORT or"
                            + " OPS_ADDRESS, or set OPS_PORT=0 to do without.",
                    taken);
        }
    }

    private TimedBackups backUp(Duration every, Store store, ErasureJournal journal) {
        TimedBackups timed = new TimedBackups(
                settings.storage().backups(),
                every,
                settings.upkeep().keep(),
                file -> {
                    store.backUp(file, settings.storage().key());
                    journal.renew(store.erasures()::keyed);
                },
                systemClock);
        if (new BackupDirectory(settings.storage().backups())
                .newestFile(systemClock.instant())
                .filter(newest -> !Store.holdsSealKey(newest))
                .isPresent()) {
            timed.hurry();
        }
        metrics.ifPresent(timed::addTo);
        timed.start();
        return timed;
    }

    /** The bot begins to stop, so it is not ready any more. */
    void beginStopping() {
        telemetry().recordConnected(false);
    }

    @Override
    public void close() {
        backups.ifPresent(TimedBackups::close);
        monitor.ifPresent(Monitor::close);
    }
}
