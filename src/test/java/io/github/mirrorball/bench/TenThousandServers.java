package io.github.mirrorball.bench;

import io.github.mirrorball.bot.DueWork;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.KnownServers;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Ten thousand servers with a season each and one common air time, on a stage that limits as Discord does. */
final class TenThousandServers {

    private static final int SERVERS = 10_000;
    private static final int CHANNELS = 30;
    private static final int ROLES = 20;
    private static final int TICKS = 200;
    private static final int MOST_MILLIS = 10;
    private static final int MOST_MEGABYTES = 96;
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final int PICKS_A_SECOND = 50;
    private static final int PICKERS = 50;
    private static final int FEWEST_A_SECOND = 40;
    private static final int TOO_MANY = 429;
    /** In milliseconds. A fan who picks waits for the network longer than that. */
    private static final int UNNOTICED = 50;

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LOCKED_WITHIN = Duration.ofSeconds(5);
    private static final Duration WINDOW = Duration.ofSeconds(60);

    /** JDA alone takes some 350 MB for so many servers, more than the image's heap leaves. */
    private static final String MEMORY = "-Xmx1g";

    private final Sizes sizes;
    private final int servers;

    TenThousandServers(Sizes sizes) {
        this.sizes = sizes;
        this.servers = sizes.scaled(SERVERS);
    }

    /** What the copies were made of. */
    private record Template(Instant airs, long server, long channel, long card) {}

    List<Row> rows(Path directory) {
        List<Row> rows = new ArrayList<>();
        Path home = directory.resolve("mirrorball");
        Template template = template(home);
        rows.add(idle(home.resolve("mirrorball"), template.airs()));
        double floor = bareHeap(directory, template);
        try (Measured bot = Measured.mirrorball(
                home,
                StageOptions.defaults().withLimits(true),
                (stage, clock) -> {
                    clock.set(template.airs().minus(BEFORE));
                    fill(stage, template);
                },
                MEMORY)) {
            double heap = bot.heap();
            rows.add(new Row(
                    "%,d servers, %d channels and %d roles each, a season each: live heap"
                            .formatted(servers, CHANNELS, ROLES),
                    "%.0f MB".formatted(heap),
                    "%.0f MB".formatted(floor),
                    "≤ bare + 96 MB",
                    heap <= floor + MOST_MEGABYTES));
            rows.addAll(lock(bot, template.airs()));
        }
        return rows;
    }

    /** One season is set up as a host does it, and copied into the other servers. */
    private Template template(Path home) {
        Template template;
        try (Measured bot = Measured.mirrorball(home, StageOptions.defaults())) {
            SmallSeason season =
                    SmallSeason.open(bot, "Server 0", bot.clock().instant().plus(Duration.ofDays(3)));
            template = new Template(
                    season.airs(),
                    season.server().id(),
                    season.channel().id(),
                    season.card().id());
        }
        try {
            Copies.make(home.resolve("mirrorball"), servers);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return template;
    }

    /** What a tick costs that finds nothing to do. */
    private Row idle(Path file, Instant airs) {
        Clock early = Clock.fixed(airs.minus(BEFORE), ZoneOffset.UTC);
        try (Store store = Store.open(StoreSettings.embedded(file), early, early)) {
            DueWork due = new DueWork(store, early);
            long[] took = new long[TICKS];
            for (int i = -TICKS; i < TICKS; i++) {
                long begun = System.nanoTime();
                due.run();
                took[Math.max(0, i)] = System.nanoTime() - begun;
            }
            double median = Latencies.of(took).median();
            return new Row(
                    "%,d servers: a tick of the due work that finds nothing".formatted(servers),
                    "p50 %.2f ms".formatted(median),
                    "",
                    "≤ 10 ms",
                    median <= MOST_MILLIS);
        }
    }

    private double bareHeap(Path directory, Template template) {
        try (Measured bare = Measured.bare(directory.resolve("bare"), stage -> fill(stage, template), MEMORY)) {
            return bare.heap();
        }
    }

    private void fill(Stage stage, Template template) {
        for (int i = 0; i < servers; i++) {
            KnownServers.add(
                    stage,
                    template.server() + i * Copies.SERVERS_APART,
                    template.channel() + i * Copies.SERVERS_APART,
                    template.card() + i * Copies.APART,
                    CHANNELS,
                    ROLES);
        }
    }

    private List<Row> lock(Measured bot, Instant airs) {
        SmallSeason elsewhere = SmallSeason.begin(bot, "Elsewhere", airs.plus(Duration.ofDays(2)));
        MenuFans fans = MenuFans.seated(elsewhere.server(), PICKERS, MenuFans.byButton(elsewhere.card()));
        fans.openLoop(PICKS_A_SECOND, sizes.warmUp());
        Latencies before = fans.openLoop(PICKS_A_SECOND, sizes.round());
        bot.clock().set(airs.minus(SOON));
        bot.ask("wake");
        LockSupport.parkNanos(SOON.toNanos());
        Latencies meanwhile = fans.openLoop(PICKS_A_SECOND, LOCKED_WITHIN);
        String[] locks = bot.ask("locks").split(" ");
        long sent = messages(bot.stage());
        long begun = System.nanoTime();
        Latencies during = fans.openLoop(PICKS_A_SECOND, WINDOW);
        double perSecond = (messages(bot.stage()) - sent) / ((System.nanoTime() - begun) / 1e9);
        Map<String, Long> refused = refused(bot.stage());
        return List.of(
                new Row(
                        "%,d polls with one air time: locked in the store".formatted(servers),
                        "%s polls, the last after %s ms".formatted(locks[0], locks[1]),
                        "",
                        "all within 5 s",
                        Integer.parseInt(locks[0]) >= servers && Long.parseLong(locks[1]) <= LOCKED_WITHIN.toMillis()),
                new Row(
                        "their messages, over the first %d s".formatted(WINDOW.toSeconds()),
                        "%.1f/s; refused with 429: %s".formatted(perSecond, refused.isEmpty() ? "none" : refused),
                        "",
                        "≥ 40/s without a 429",
                        perSecond >= FEWEST_A_SECOND && refused.isEmpty()),
                new Row(
                        "picks in another server meanwhile, %d/s".formatted(PICKS_A_SECOND),
                        "p50 %.2f ms before, %.2f ms while polls are locked, %.2f ms while messages drain; p99 %.1f, %.1f, %.1f ms"
                                .formatted(
                                        before.median(),
                                        meanwhile.median(),
                                        during.median(),
                                        before.p99(),
                                        meanwhile.p99(),
                                        during.p99()),
                        "",
                        "p50 ≤ %d ms all the time".formatted(UNNOTICED),
                        meanwhile.median() <= UNNOTICED && during.median() <= UNNOTICED));
    }

    /** The newest of the requests that came too fast, by route. */
    private static Map<String, Long> refused(Stage stage) {
        return stage.requests().stream()
                .filter(request -> request.status() == TOO_MANY)
                .collect(Collectors.groupingBy(
                        request -> request.method() + " " + request.route(), TreeMap::new, Collectors.counting()));
    }

    private static long messages(Stage stage) {
        return stage.requestCounts().entrySet().stream()
                .filter(each -> each.getKey().startsWith("POST /channels/{channel_id}/messages")
                        || each.getKey().startsWith("PATCH /channels/{channel_id}/messages"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
