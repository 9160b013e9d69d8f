package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.mirrorball.bot.Upkeep;
import io.github.mirrorball.ops.Exposition;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.LoggerFactory;

/** A whole season, at the most talkative: neither the log nor the metrics name anybody who played, or the bot's token. */
@ResourceLock(Resources.SYSTEM_ERR)
class DiscreetSeasonTest {

    private static final Upkeep WATCHED =
            new Upkeep(Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), Optional.empty(), 1);

    private final Logger house = (Logger) LoggerFactory.getLogger("io.github.mirrorball");
    private final Level usual = house.getLevel();
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        house.setLevel(Level.TRACE);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(err);
        house.setLevel(usual);
    }

    @Test
    void aSeasonIsPlayedAndNobodyIsNamed() throws Exception {
        SeasonScript script = SeasonScript.read(season());
        String metrics;
        List<String> secrets = new ArrayList<>();
        try (Evening evening = new Evening(script.begins(), WATCHED)) {
            StageUser second = evening.server().member("Hostilia Grand", Set.of(Permission.MANAGE_EVENTS));
            Replay replay = new Replay(evening, script, 6, Replay.Slip.none(), Replay.Slip.none());
            evening.stage().faults().failEvery(7, "POST /channels", Fault.status(500));
            assertThat(replay.play().standings()).hasSize(6);
            replay.fans().forEach(fan -> ask(evening, fan, "me", "standings", "privacy export", "remind on"));
            ask(evening, second, "season show", "poll list", "doctor");
            secrets.addAll(List.of(
                    evening.stage().token(),
                    Long.toString(evening.host().id()),
                    second.name(),
                    Long.toString(second.id())));
            replay.fans().forEach(fan -> secrets.addAll(List.of(fan.name(), Long.toString(fan.id()))));
            metrics = metrics(evening);
        }
        assertThat(Exposition.read(metrics).value("mirrorball_due_lateness_seconds_count", "task", "lock"))
                .isGreaterThan(10);
        assertThat(metrics).doesNotContain(secrets);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("Published ", "Retried[")
                .doesNotContain(secrets);
    }

    private static void ask(Evening evening, StageUser person, String... commands) {
        for (String command : commands) {
            person.slash(evening.channel(), command);
        }
        evening.settle();
    }

    private static byte[] season() throws IOException {
        try (InputStream file =
                SeasonScript.class.getResourceAsStream("/io/github/mirrorball/rehearsal/season-33.json")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static String metrics(Evening evening) throws IOException, InterruptedException {
        int port = evening.bot().operations().orElseThrow().getPort();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
