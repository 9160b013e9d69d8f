package io.github.mirrorball.faults;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures a bot that has nothing to do: how late its due work is committed, and how much processor time it takes meanwhile. */
public final class AtRest {

    private static final Duration AHEAD = Duration.ofMillis(300);
    private static final Duration WARMING_UP = Duration.ofSeconds(15);

    private final Clock systemClock = Clock.systemUTC();

    /** @param args how many locks to wait for, and for how many seconds to watch the idle bot */
    public static void main(String[] args) throws IOException, SQLException {
        int locks = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long seconds = args.length > 1 ? Long.parseLong(args[1]) : 60;
        System.out.println(new AtRest().measured(locks, Duration.ofSeconds(seconds)));
    }

    /** A small table. */
    String measured(int locks, Duration idle) throws IOException, SQLException {
        Scratch scratch = Scratch.create();
        List<Duration> late = lateness(locks, scratch.directory("lateness"));
        double share = idleness(idle, scratch.directory("idleness"));
        scratch.remove();
        return """
                from the due instant to the commit, %d locks: median %s ms, p99 %s ms, worst %s ms
                processor time of the idle bot over %d s: %.2f %% of one core""".formatted(
                        locks,
                        shown(late.get(late.size() / 2)),
                        shown(late.get((int) (late.size() * 0.99))),
                        shown(late.get(late.size() - 1)),
                        idle.toSeconds(),
                        100 * share);
    }

    private static String shown(Duration duration) {
        return "%.1f".formatted(duration.toNanos() / 1e6);
    }

    /** How late each of so many locks was committed, in order of lateness. The clock runs; each lock is a little ahead. */
    private List<Duration> lateness(int locks, Path data) throws IOException, SQLException {
        RunningClock clock = new RunningClock(systemClock);
        Instant first = Instant.parse("2026-01-10T20:00:00Z");
        clock.set(first.minus(Duration.ofMinutes(10)));
        try (Stage stage = Stage.start(StageOptions.defaults().withShow(clock))) {
            StageServer server = stage.server("Ballroom fans");
            StageChannel channel = server.channel("ballroom");
            StageUser host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
            try (Bot bot = Bot.start(settings(stage, data), clock);
                    Connection watching = watching(data)) {
                announce(host, channel, first, locks);
                bot.wake();
                bot.settle();
                List<Duration> late = new ArrayList<>();
                for (int i = 0; i < locks; i++) {
                    Instant due = first.plus(Duration.ofMinutes(i));
                    clock.set(due.minus(AHEAD));
                    bot.settle();
                    late.add(Duration.between(due, committed(watching, clock, due)));
                }
                return late.stream().sorted().toList();
            }
        }
    }

    private static Settings settings(Stage stage, Path data) {
        return Settings.rehearsing(
                stage.token(), data, new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl())));
    }

    /** A second connection to the database that the bot has open in this process. */
    private static Connection watching(Path data) throws SQLException, IOException {
        Path file = data.toRealPath().resolve("mirrorball");
        return DriverManager.getConnection("jdbc:h2:file:async:" + file + ";IFEXISTS=TRUE", "mirrorball", "");
    }

    /** When the lock of what locks then was seen to be committed; looks closely only once it is due. */
    private static Instant committed(Connection watching, Clock clock, Instant due) throws SQLException {
        try (PreparedStatement query =
                watching.prepareStatement("SELECT COUNT(*) FROM poll WHERE state = 'OPEN' AND locks_at = ?")) {
            query.setObject(1, due.atOffset(ZoneOffset.UTC));
            pause(Duration.between(clock.instant(), due));
            while (true) {
                try (ResultSet open = query.executeQuery()) {
                    open.next();
                    if (open.getInt(1) == 0) {
                        return clock.instant();
                    }
                }
                pause(Duration.of(200, ChronoUnit.MICROS));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The share of one core that a bot takes as a process of its own, with a season whose polls are open. */
    private double idleness(Duration time, Path data) {
        try (Stage stage = Stage.start(StageOptions.defaults())) {
            StageServer server = stage.server("Ballroom fans");
            StageUser host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
            BotProcess bot = Launcher.packing(data)
                    .launch(
                            List.of(
                                    data.toString(),
                                    stage.restUrl(),
                                    stage.gatewayUrl(),
                                    stage.token(),
                                    BotMain.SYSTEM_CLOCK,
                                    Long.toString(server.id())),
                            data.resolve("bot.log"));
            try {
                bot.awaitReady();
                Instant airs = systemClock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
                announce(host, server.channel("ballroom"), airs, 3);
                bot.ask("settle");
                pause(WARMING_UP);
                Duration before = bot.cpu();
                pause(time);
                return bot.cpu().minus(before).toNanos() / (double) time.toNanos();
            } finally {
                bot.quit();
            }
        }
    }

    private static void announce(StageUser host, StageChannel channel, Instant first, int nights) {
        String season = """
                {"format": 1, "show": "Small Show", "title": "Small Season", "timeZone": "UTC",
                 "contestants": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}, {"id": "cyd", "name": "Cyd"}],
                 "settings": {"reminderMinutes": []},
                 "episodes": [%s]}""".formatted(
                IntStream.range(0, nights).mapToObj(i -> night(i, first)).collect(Collectors.joining(",")));
        StageFile file = new StageFile("season.json", season.getBytes(StandardCharsets.UTF_8));
        String told = host.slash(channel, "season import", Map.of("file", file))
                .message()
                .text();
        if (!told.contains("Small Season")) {
            throw new AssertionError(told);
        }
    }

    private static String night(int number, Instant first) {
        LocalDateTime airs = LocalDateTime.ofInstant(first.plus(Duration.ofMinutes(number)), ZoneOffset.UTC);
        return """
                {"number": %d, "title": "Night %d", "airsAt": "%s", "asks": ["elimination"]}""".formatted(number + 1, number + 1, airs);
    }
}
