package io.github.mirrorball.ops;

import io.github.mirrorball.poll.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Counts and times what the bot tells of itself, for Prometheus; {@code docs/metrics.md} lists it. Labels take their values from short
 * lists alone. Whatever a pick passes is looked up beforehand. Thread-safe.
 */
public final class Metrics implements Telemetry {

    private static final Map<Class<? extends Receipt>, String> RECEIPTS = Map.of(
            Receipt.Taken.class, "taken",
            Receipt.TakenBack.class, "taken_back",
            Receipt.Unchanged.class, "unchanged",
            Receipt.TooLate.class, "too_late",
            Receipt.Struck.class, "struck",
            Receipt.Unknown.class, "unknown");

    private static final String[] ANSWERS = {"unanswered", "ok", "refused", "rate_limited", "failed"};
    private static final int CLIENT_ERRORS = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Way, Map<Class<? extends Receipt>, Counter>> casts = new EnumMap<>(Way.class);
    private final Map<Task, Timer> lateness = new EnumMap<>(Task.class);
    private final Map<String, Counter> requests = new HashMap<>();
    private final Timer acknowledgements = timer(
            "mirrorball.acknowledgement",
            "Time from an interaction's arrival until Discord has taken the first answer to it",
            new String[0],
            50,
            100,
            250,
            500,
            1000,
            1500,
            2000,
            2500,
            3000);
    private final Timer decisions = timer(
            "mirrorball.reaction",
            "Time from a reaction's arrival until what it means is committed",
            new String[0],
            5,
            10,
            50,
            100,
            500,
            1000,
            5000,
            30000);
    private final Timer committed = transactions("committed");
    private final Timer undone = transactions("failed");
    private final Counter resumed = reconnects("resumed");
    private final Counter anew = reconnects("anew");
    private volatile boolean connected;

    public Metrics() {
        for (Way way : Way.values()) {
            casts.put(way, each(RECEIPTS.keySet(), receipt -> casts(way, RECEIPTS.getOrDefault(receipt, ""))));
        }
        for (Task task : Task.values()) {
            lateness.put(task, lateness(task));
        }
        for (String answer : ANSWERS) {
            requests.put(answer, requests(answer));
        }
        Gauge.builder("mirrorball.gateway.connected", this, metrics -> metrics.connected ? 1 : 0)
                .description("Whether Discord tells the bot what happens, 1 or 0")
                .register(registry);
        JavaMetrics.addTo(registry);
    }

    /** Adds what is read from the store and from the disk whenever somebody looks. */
    void add(Consumer<PrometheusMeterRegistry> others) {
        others.accept(registry);
    }

    /** Everything, in Prometheus' text format. */
    String text() {
        return registry.scrape();
    }

    /** Whether Discord tells the bot what happens. */
    boolean isConnected() {
        return connected;
    }

    @Override
    public Consumer<Outcome> interactions(String kind, String route) {
        Map<Outcome, Counter> counters = new ConcurrentHashMap<>();
        Function<Outcome, Counter> counter = outcome -> counter(
                "mirrorball.interactions",
                "Interactions by where they led and how they ended",
                "kind",
                word(kind),
                "route",
                route,
                "outcome",
                word(outcome.name()));
        counters.put(Outcome.ANSWERED, counter.apply(Outcome.ANSWERED));
        return outcome -> counters.computeIfAbsent(outcome, counter).increment();
    }

    @Override
    public void recordAcknowledged(Duration after) {
        acknowledgements.record(after);
    }

    @Override
    public void recordDecided(Duration after) {
        decisions.record(after);
    }

    @Override
    public void recordCast(Way way, Receipt receipt) {
        Counter counter = casts.getOrDefault(way, Map.of()).get(receipt.getClass());
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void recordDone(Task task, Duration late) {
        Timer timer = lateness.get(task);
        if (timer != null) {
            timer.record(late.isNegative() ? Duration.ZERO : late);
        }
    }

    @Override
    public void recordConnected(boolean now) {
        connected = now;
    }

    @Override
    public void recordReconnected(boolean asBefore) {
        (asBefore ? resumed : anew).increment();
    }

    @Override
    public void recordRequest(int status) {
        Counter counter = requests.get(answer(status));
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void recordTransaction(Duration took, boolean kept) {
        (kept ? committed : undone).record(took);
    }

    private static String answer(int status) {
        if (status == TOO_MANY) {
            return "rate_limited";
        }
        if (status < CLIENT_ERRORS) {
            return status == 0 ? "unanswered" : "ok";
        }
        return status < SERVER_ERRORS ? "refused" : "failed";
    }

    private Counter casts(Way way, String receipt) {
        return counter(
                "mirrorball.picks",
                "Actions on ballots by how they were made and what became of them",
                "way",
                word(way.name()),
                "receipt",
                receipt);
    }

    private Counter reconnects(String how) {
        return counter(
                "mirrorball.gateway.reconnects",
                "Interrupted sessions that go on, by whether what happened meanwhile is told (resumed) or not (anew)",
                "session",
                how);
    }

    private Counter requests(String answer) {
        return counter("mirrorball.discord.requests", "Requests to Discord by how it answered them", "answer", answer);
    }

    private Timer transactions(String end) {
        return timer(
                "mirrorball.transaction",
                "Time of transactions with all that they waited for",
                new String[] {"end", end},
                1,
                5,
                10,
                25,
                50,
                100,
                250,
                500,
                1000,
                5000);
    }

    private Timer lateness(Task task) {
        return timer(
                "mirrorball.due.lateness",
                "Time by the show clock from the instant at which something was due until it was done",
                new String[] {"task", word(task.name())},
                100,
                1000,
                5000,
                30_000,
                300_000,
                3_600_000);
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder(name).description(help).tags(labels).register(registry);
    }

    private Timer timer(String name, String help, String[] labels, long... millis) {
        return Timer.builder(name)
                .description(help)
                .tags(labels)
                .serviceLevelObjectives(
                        Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }

    private static <K, V> Map<K, V> each(Iterable<K> keys, Function<K, V> value) {
        Map<K, V> values = new HashMap<>();
        keys.forEach(key -> values.put(key, value.apply(key)));
        return values;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
