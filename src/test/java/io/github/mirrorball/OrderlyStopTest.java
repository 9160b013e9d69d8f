package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to stop: by a signal, amid its work. And one that must not start. */
class OrderlyStopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String POST = "POST /channels/{channel_id}/messages";

    @AutoClose
    private final Stage stage = Stage.start(StageOptions.defaults());

    private final StageServer server = stage.server("Ballroom fans");
    private final StageChannel channel = server.channel("ballroom");
    private final StageUser host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
    private final Map<Long, Process> processes = new HashMap<>();

    @TempDir
    private Path data;

    @AfterEach
    void end() {
        processes.values().forEach(Process::destroyForcibly);
    }

    @Test
    void aSignalAmidWorkLosesAndDoublesNothing() throws Exception {
        Process process = started();
        stage.faults().failEvery(1, "PUT", Fault.slow(Duration.ofMillis(700)));
        importSeason();
        await().atMost(PATIENCE).until(() -> cards().size() == 2);
        AtomicInteger acknowledged = new AtomicInteger();
        Thread crowd = new Thread(() -> pickUntilNobodyAnswers(acknowledged), "crowd");
        crowd.start();
        await().atMost(PATIENCE).until(() -> acknowledged.get() >= 10);

        long asked = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
        assertThat(process.exitValue()).isZero();
        crowd.interrupt();
        crowd.join();
        int seeded = seeds();
        assertThat(seeded).isLessThan(10);

        stage.faults().clear();
        try (Bot bot = Bot.start(settings(), Clock.systemUTC())) {
            stage.flush();
            bot.settle();
            assertThat(picks(bot)).isEqualTo(acknowledged.get());
            assertThat(cards()).hasSize(2);
            assertThat(seeds()).isEqualTo(10);
        }
        assertThat(stage.violations()).isEmpty();
    }

    @Tag("long")
    @Test
    void aSignalWhileDiscordDoesNotAnswerIsObeyedInTimeAllTheSame() throws Exception {
        Process process = started();
        stage.faults().failEvery(1, POST, Fault.silence().takingEffect());
        importSeason();
        await().atMost(PATIENCE).until(() -> requests(POST) > 0);

        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();

        stage.faults().clear();
        try (Bot bot = Bot.start(settings(), Clock.systemUTC())) {
            stage.flush();
            bot.settle();
            assertThat(cards()).hasSize(2);
            assertThat(seeds()).isEqualTo(10);
        }
    }

    @Tag("long")
    @Test
    void aSecondProcessOnTheSameFileIsRefusedAndTheFirstGoesOn() throws Exception {
        Process first = started();
        importSeason();
        Process second = Elsewhere.start(stage, data);
        processes.put(second.pid(), second);

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(data.resolve("output.txt")))
                .contains("is in use by another Mirrorball or another program. Stop that one, or name another file.")
                .doesNotContain("\tat ");
        assertThat(first.isAlive()).isTrue();
        assertThat(pick("late fan")).isTrue();
    }

    private Process started() throws Exception {
        Process process = Elsewhere.start(stage, data);
        processes.put(process.pid(), process);
        await().atMost(PATIENCE)
                .until(() -> stage.sessions() == 1 && !stage.commands().isEmpty());
        return process;
    }

    private void importSeason() {
        LocalDateTime airs = LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                .plusDays(3)
                .truncatedTo(ChronoUnit.MINUTES);
        String json = """
            {"format": 1, "show": "Small Show", "title": "Small Season", "timeZone": "UTC",
             "contestants": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"},
                {"id": "cyd", "name": "Cyd"}, {"id": "dee", "name": "Dee"}, {"id": "eve", "name": "Eve"}],
             "episodes": [{"number": 1, "title": "Night", "airsAt": "%s", "asks": ["top_score", "winner"]}]}
            """.formatted(airs);
        assertThat(host.slash(
                                channel,
                                "season import",
                                Map.of("file", new StageFile("season.json", json.getBytes(StandardCharsets.UTF_8))))
                        .message()
                        .text())
                .contains("Small Season");
    }

    private void pickUntilNobodyAnswers(AtomicInteger acknowledged) {
        for (int fan = 0; !Thread.currentThread().isInterrupted(); fan++) {
            try {
                if (pick("fan " + fan)) {
                    acknowledged.incrementAndGet();
                }
            } catch (RuntimeException unanswered) {
                return;
            }
        }
    }

    /** Whether the fan was told that their pick is in. */
    private boolean pick(String name) {
        StageUser fan = server.member(name);
        StageMessage menu = fan.slash(channel, "pick").message();
        return fan.choose(menu, menu.select("pick:"), List.of("ann"))
                .message()
                .text()
                .contains("Your pick is in");
    }

    private int picks(Bot bot) {
        return bot.reports(server.id()).stream()
                .flatMap(season -> season.polls().stream())
                .map(Report.PollReport::picks)
                .flatMap(picks -> picks.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<StageMessage> cards() {
        return channel.messages().stream()
                .filter(message ->
                        !message.text().startsWith("### 🪩") && message.text().contains("Night"))
                .toList();
    }

    private int seeds() {
        return cards().stream().mapToInt(card -> card.reactions().size()).sum();
    }

    private long requests(String route) {
        return stage.requestCounts().getOrDefault(route, 0L);
    }

    private Settings settings() {
        Settings.Wire wire = new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl()));
        return Settings.rehearsing(stage.token(), data, wire);
    }
}
