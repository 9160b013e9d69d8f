package io.github.mirrorball.ops;

import io.github.mirrorball.schedule.StoreHealth;
import io.github.mirrorball.schedule.StoreHealth.Standing;
import io.github.mirrorball.schedule.StoreHealth.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits in the store, as it was when somebody last looked. Thread-safe. */
final class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final StoreHealth store;
    private final InstantSource wire;
    private volatile boolean answering;
    private volatile List<Waiting> waiting = List.of();

    /** @param wire real time, by which notices are owed */
    Backlog(StoreHealth store, InstantSource wire) {
        this.store = store;
        this.wire = wire;
    }

    /** Looks again. False if the store does not answer. */
    boolean look() {
        try {
            waiting = store.waiting();
            answering = true;
        } catch (RuntimeException silent) {
            LOG.warn("The store does not answer: {}", silent.getMessage());
            answering = false;
        }
        return answering;
    }

    void addTo(MeterRegistry registry) {
        Gauge.builder("mirrorball.store.answering", this, backlog -> backlog.answering ? 1 : 0)
                .description("Whether the store answers, 1 or 0")
                .register(registry);
        for (Standing standing : Standing.values()) {
            gauge(registry, standing, Waiting::notices, "notices", "Notices that are not posted yet");
            gauge(
                    registry,
                    standing,
                    this::age,
                    "notices.oldest.age.seconds",
                    "Time since the oldest notice was owed that is not posted yet");
        }
    }

    private void gauge(
            MeterRegistry registry, Standing standing, ToDoubleFunction<Waiting> value, String name, String help) {
        Gauge.builder("mirrorball." + name, this, backlog -> backlog.of(standing, value))
                .description(help)
                .tag("state", standing.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private double of(Standing standing, ToDoubleFunction<Waiting> value) {
        return answering
                ? waiting.stream()
                        .filter(each -> each.standing() == standing)
                        .mapToDouble(value)
                        .sum()
                : Double.NaN;
    }

    private double age(Waiting each) {
        return Math.max(0, Duration.between(each.oldest(), wire.instant()).toMillis() / 1000.0);
    }
}
