package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process whose PostgreSQL goes away amid votes: what whoever watches it is told, and that it can be stopped all the same. */
class DatabaseAwayTest {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayTest.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** How long a database may be away without being seen. */
    private static final Duration UNSEEN = Duration.ofSeconds(5);

    @AutoClose
    private final Stage stage = Stage.start(StageOptions.defaults());

    private final StageServer server = stage.server("Ballroom fans");
    private final StageChannel channel = server.channel("ballroom");
    private final StageUser host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
    private final List<StageUser> fans =
            IntStream.range(0, 20).mapToObj(fan -> server.member("fan " + fan)).toList();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path directory;

    @AutoClose
    private final PostgresAtWill database = new PostgresAtWill();

    private int port;

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void aDatabaseThatStopsIsSeenAndTheProcessStoppedInTime() throws Exception {
        checkWatchedAndStopped(PostgresAtWill.Trouble.STOPPED);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(value = PostgresAtWill.Trouble.class, mode = EnumSource.Mode.EXCLUDE, names = "STOPPED")
    void itIsWatchedAndStoppedInTime(PostgresAtWill.Trouble trouble) throws Exception {
        checkWatchedAndStopped(trouble);
    }

    private void checkWatchedAndStopped(PostgresAtWill.Trouble trouble) throws Exception {
        Process process = started();
        importSeason();
        List<StageMessage> menus = menus();
        await().atMost(PATIENCE).until(() -> says("/readyz").equals("ready\n"));

        database.befall(trouble);
        long away = System.nanoTime();
        pick(menus);
        await().atMost(UNSEEN).until(() -> says("/readyz").equals("the store does not answer\n"));
        do {
            assertThat(says("/readyz")).isEqualTo("the store does not answer\n");
            assertThat(says("/metrics")).contains("mirrorball_store_answering 0.0");
        } while (System.nanoTime() - away < UNSEEN.toNanos());

        assertThat(timeToStop(process)).isLessThan(PROMISED);
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(directory.resolve("output.txt"))).doesNotContain("\tat ");
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(PostgresAtWill.Trouble.class)
    void itIsStoppedInTimeRightWhenItHappens(PostgresAtWill.Trouble trouble) throws Exception {
        Process process = started();

        database.befall(trouble);

        assertThat(timeToStop(process)).isLessThan(PROMISED);
        assertThat(process.exitValue()).isZero();
    }

    @Tag("long")
    @Test
    void whoeverVotesMeanwhileReadsThatItIsStillBeingSavedAndThenThatItIsIn() throws Exception {
        started();
        importSeason();
        List<StageMessage> menus = menus();

        database.befall(PostgresAtWill.Trouble.FROZEN);
        pick(menus);
        host.slash(channel, "pick");

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(fans).allMatch(fan -> reads(fan, "still being saved")));
        assertThat(reads(host, "taking longer")).isTrue();
        database.thaw();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fans)
                        .allMatch(fan -> reads(fan, "Your pick is in"))
                        .noneMatch(fan -> reads(fan, "still being saved")));
        await().atMost(PATIENCE).until(() -> !reads(host, "taking longer"));
        assertThat(database.number("SELECT COUNT(*) FROM pick")).isEqualTo(fans.size());
        assertThat(Files.readString(directory.resolve("output.txt"))).doesNotContain("\tat ");
        assertThat(stage.violations()).isEmpty();
    }

    @Tag("long")
    @Test
    void whoeverIsStoppedWhileDiscordCannotBeReachedMakesNobodyWait() throws Exception {
        stage.faults().setAway();
        Process process = start();
        await().atMost(PATIENCE).until(() -> database.number("SELECT COUNT(*) FROM lease") == 1);

        assertThat(timeToStop(process)).isLessThan(PROMISED);
        assertThat(process.exitValue()).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM lease")).isZero();
    }

    @Tag("long")
    @Test
    void whoeverIsStoppedAmidItsStartLeavesNoLease() throws Exception {
        Process usual = started();
        timeToStop(usual);
        for (int millis = 400; millis <= 1900; millis += 500) {
            Process process = start();
            TimeUnit.MILLISECONDS.sleep(millis);

            assertThat(timeToStop(process)).isLessThan(PROMISED);
            assertThat(database.number("SELECT COUNT(*) FROM lease"))
                    .as("stopped after %s ms", millis)
                    .isZero();
        }
    }

    private Duration timeToStop(Process process) throws InterruptedException {
        long asked = System.nanoTime();
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private Process started() throws IOException {
        int sessions = stage.sessions();
        Process process = start();
        await().atMost(PATIENCE)
                .until(() -> !process.isAlive()
                        || (stage.sessions() == sessions + 1
                                && !stage.commands().isEmpty()));
        assertThat(process.isAlive())
                .as(() ->
                        "It ended: " + contentOf(directory.resolve("output.txt").toFile()))
                .isTrue();
        return process;
    }

    private Process start() throws IOException {
        port = freePort();
        Process process = Elsewhere.start(stage, directory, database.jdbcUrl(), Integer.toString(port));
        processes.add(process);
        return process;
    }

    /** Below those that the system gives to whoever asks for any: one of them may be somebody's connection before the program has it. */
    private static int freePort() throws IOException {
        for (int port : new Random().ints(100, 20_000, 30_000).toArray()) {
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                LOG.debug("Port {} is taken", port, taken);
            }
        }
        throw new IOException("No port is free");
    }

    /** What it answers, which it has to do at once. */
    private String says(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(AT_ONCE)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException late) {
            throw new AssertionError(path + " has no answer", late);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<StageMessage> menus() {
        return fans.stream().map(fan -> fan.slash(channel, "pick").message()).toList();
    }

    /** Every fan picks, and does not wait for the answer. */
    private void pick(List<StageMessage> menus) {
        for (int i = 0; i < fans.size(); i++) {
            StageMessage menu = menus.get(i);
            fans.get(i).choose(menu, menu.select("pick:"), List.of("ann"));
        }
    }

    private boolean reads(StageUser fan, String words) {
        return fan.messages(channel).stream().anyMatch(message -> message.text().contains(words));
    }

    private void importSeason() {
        LocalDateTime airs = LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                .plusDays(3)
                .truncatedTo(ChronoUnit.MINUTES);
        String json = """
            {"format": 1, "show": "Small Show", "title": "Small Season", "timeZone": "UTC",
             "contestants": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}],
             "episodes": [{"number": 1, "title": "Night", "airsAt": "%s", "asks": ["top_score"]}]}
            """.formatted(airs);
        StageFile file = new StageFile("season.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(host.slash(channel, "season import", Map.of("file", file))
                        .message()
                        .text())
                .contains("Small Season");
        await().atMost(PATIENCE)
                .until(() -> channel.messages().stream()
                        .anyMatch(message -> message.text().contains("Night")));
    }
}
