package io.github.mirrorball.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes backups of the running bot on a timetable, and keeps the newest of them. When the next is due follows from the newest file, so a
 * restart neither forgets nor repeats one. One that fails is told of and tried again. It has a thread of its own. Thread-safe.
 */
public final class TimedBackups implements AutoCloseable {

    /** How long after a failure it is tried again. */
    static final Duration AFTER_A_FAILURE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(TimedBackups.class);

    /** A wall clock can be set, and files can be taken away; this bounds how long that goes unnoticed. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

    private static final Duration LAST_BACKUP = Duration.ofMillis(500);
    private static final double MILLIS = 1000;

    private final BackupDirectory directory;
    private final Duration every;
    private final int keep;
    private final Consumer<Path> write;
    private final InstantSource systemClock;
    private final AtomicLong failures = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::loop, "backups");
    private volatile Optional<Instant> tryAgain = Optional.empty();

    /**
     * @param directory where the backups are; made with the first
     * @param keep how many of them
     * @param write writes one, or throws an exception whose message is a sentence
     * @param systemClock real time
     */
    public TimedBackups(Path directory, Duration every, int keep, Consumer<Path> write, InstantSource systemClock) {
        this.directory = new BackupDirectory(directory);
        this.every = every;
        this.keep = keep;
        this.write = write;
        this.systemClock = systemClock;
        thread.setDaemon(true);
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    /** Makes the next one due at once, however new the newest is. Called before {@link #start}. */
    public void hurry() {
        tryAgain = Optional.of(systemClock.instant());
    }

    /** Adds how the backups are doing. */
    public void addTo(Metrics metrics) {
        metrics.add(this::addTo);
    }

    private void addTo(MeterRegistry registry) {
        Gauge.builder("mirrorball.backup.last.success.timestamp", this, TimedBackups::newest)
                .description("When the newest backup was made, in seconds since 1970; NaN while there is none")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("mirrorball.backup.failures", failures, AtomicLong::get)
                .description("Backups that could not be written")
                .register(registry);
    }

    private double newest() {
        try {
            return directory
                    .newest(systemClock.instant())
                    .map(at -> at.toEpochMilli() / MILLIS)
                    .orElse(Double.NaN);
        } catch (RuntimeException unreadable) {
            return Double.NaN;
        }
    }

    private void loop() {
        try {
            boolean goOn = true;
            while (goOn) {
                Duration wait = turn();
                goOn = !closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a backup if one is due, and tells how long there is nothing to do. */
    Duration turn() {
        Instant now = systemClock.instant();
        try {
            if (!due(now).isAfter(now)) {
                backUp(now);
            }
            return until(due(now), now);
        } catch (RuntimeException broken) {
            reportFailure(broken, now);
            return LONGEST_SLEEP;
        }
    }

    private void backUp(Instant now) {
        Path file = directory.at(now);
        write.accept(file);
        tryAgain = Optional.empty();
        LOG.info("Backed up to {}", file);
        try {
            directory.keep(keep, now);
        } catch (RuntimeException kept) {
            LOG.warn("{} It is tried again after the next backup.", kept.getMessage());
        }
    }

    private void reportFailure(RuntimeException broken, Instant now) {
        if (closed.getCount() == 0) {
            LOG.info("A backup was given up because the bot stops; it is due at the next start");
            return;
        }
        failures.incrementAndGet();
        tryAgain = Optional.of(now.plus(AFTER_A_FAILURE));
        LOG.error(
                "There is no new backup. {} It is tried again in {} minutes.",
                broken.getMessage(),
                AFTER_A_FAILURE.toMinutes());
        LOG.debug("This is where it failed", broken);
    }

    private Instant due(Instant now) {
        return tryAgain.or(() -> directory.newest(now).map(newest -> newest.plus(every)))
                .orElse(now);
    }

    private static Duration until(Instant due, Instant now) {
        Duration wait = Duration.between(now, due);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wait;
    }

    /** Ends; a backup that is being written is given up if it is not whole soon, and is due at the next start. */
    @Override
    public void close() {
        closed.countDown();
        if (!Deadline.in(LAST_BACKUP).awaitEnd(thread)) {
            thread.interrupt();
            Deadline.in(LAST_BACKUP).awaitEnd(thread);
        }
    }
}
