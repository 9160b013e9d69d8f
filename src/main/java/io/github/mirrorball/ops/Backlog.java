package io.github.mirrorball.ops;

import io.github.mirrorball.ops.StoreHealth.Standing;
import io.github.mirrorball.ops.StoreHealth.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in the store. It is looked at once a second by a thread of its own, so that nobody who asks has to wait for the store. Thread-safe.
 */
final class Backlog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration APART = Duration.ofSeconds(1);

    /** An answer that is older says nothing about now, so that no outage of five seconds is missed. */
    private static final Duration TRUSTED = Duration.ofSeconds(3);

    private final StoreHealth store;
    private final InstantSource systemClock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::loop, "store-health");
    private volatile Look last = new Look(System.nanoTime() - TRUSTED.toNanos(), List.of());

    /**
     * What was seen in the store.
     *
     * @param asked when it was asked, by the monotonic clock
     */
    private record Look(long asked, List<Waiting> waiting) {}

    /** @param systemClock real time, by which notices are owed */
    Backlog(StoreHealth store, InstantSource systemClock) {
        this.store = store;
        this.systemClock = systemClock;
    }

    /** Begins to look. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the store answered lately. Returns at once. */
    boolean isAnswering() {
        return System.nanoTime() - last.asked < TRUSTED.toNanos();
    }

    private void loop() {
        try {
            do {
                look();
            } while (!closed.await(APART.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long asked = System.nanoTime();
        try {
            last = new Look(asked, store.waiting());
        } catch (RuntimeException silent) {
            LOG.debug("The store does not answer", silent);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    void addTo(MeterRegistry registry) {
        Gauge.builder("mirrorball.store.answering", this, backlog -> backlog.isAnswering() ? 1 : 0)
                .description("Whether the store answers, 1 or 0")
                .register(registry);
        for (Standing standing : Standing.values()) {
            registerGauge(registry, standing, Waiting::notices, "notices", "Notices that are not posted yet");
            registerGauge(
                    registry,
                    standing,
                    this::age,
                    "notices.oldest.age.seconds",
                    "Time since the oldest notice was owed that is not posted yet");
        }
    }

    private void registerGauge(
            MeterRegistry registry, Standing standing, ToDoubleFunction<Waiting> value, String name, String help) {
        Gauge.builder("mirrorball." + name, this, backlog -> backlog.of(standing, value))
                .description(help)
                .tag("state", standing.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private double of(Standing standing, ToDoubleFunction<Waiting> value) {
        return isAnswering()
                ? last.waiting.stream()
                        .filter(each -> each.standing() == standing)
                        .mapToDouble(value)
                        .sum()
                : Double.NaN;
    }

    private double age(Waiting each) {
        return Math.max(
                0, Duration.between(each.oldest(), systemClock.instant()).toMillis() / 1000.0);
    }
}
