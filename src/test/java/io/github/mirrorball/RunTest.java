package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.rehearsal.play.Terminal;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads when {@code run} cannot run: one sentence, and an exit code that a supervisor understands. */
class RunTest {

    private static final int FAILED = 1;

    @AutoClose
    private final Stage stage = Stage.start(StageOptions.defaults());

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    @Test
    void aTokenThatDiscordDoesNotKnow() {
        assertThat(run("not.a.token", stage, stage)).isEqualTo(FAILED);
        assertThat(err())
                .startsWith("Discord refuses the token in DISCORD_TOKEN.")
                .hasLineCount(1);
    }

    @Test
    void aTokenThatTheGatewayRefuses() {
        try (Stage other = Stage.start(StageOptions.defaults())) {
            assertThat(run(stage.token(), stage, other)).isEqualTo(FAILED);
            assertThat(other.violations()).containsExactly("gateway: 4004 Authentication failed");
        }
        assertThat(err())
                .startsWith("Discord refuses the token in DISCORD_TOKEN.")
                .hasLineCount(1);
    }

    @Test
    void aDatabaseThatAnotherMirrorballHasOpen() {
        try (Bot first = Bot.start(settings(stage.token(), stage, stage), Clock.systemUTC())) {
            assertThat(first.nextDue()).isEmpty();

            assertThat(run(stage.token(), stage, stage)).isEqualTo(FAILED);
        }
        assertThat(err()).contains("is in use by another Mirrorball").hasLineCount(1);
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(data.resolve("mirrorball.mv.db"), noise);

        assertThat(run(stage.token(), stage, stage)).isEqualTo(FAILED);
        assertThat(err()).contains("is not a database that Mirrorball can read").hasLineCount(1);
        assertThat(data.resolve("mirrorball.mv.db")).hasBinaryContent(noise);
    }

    @Test
    void aRunThatCouldNotStartLeavesNothingOpen() {
        assertThat(run("not.a.token", stage, stage)).isEqualTo(FAILED);

        try (Bot next = Bot.start(settings(stage.token(), stage, stage), Clock.systemUTC())) {
            assertThat(next.nextDue()).isEmpty();
        }
    }

    private int run(String token, Stage rest, Stage gateway) {
        Terminal terminal = new Terminal(printing(new ByteArrayOutputStream()), printing(err), false);
        Map<String, String> environment = Map.of("DISCORD_TOKEN", "a.b.c", "DATA_DIR", data.toString());
        return new Mirrorball(
                        environment,
                        data,
                        terminal,
                        (settings, early) -> Bot.start(settings(token, rest, gateway), Clock.systemUTC(), early))
                .execute("run");
    }

    private Settings settings(String token, Stage rest, Stage gateway) {
        Settings.Wire wire = new Settings.Wire(URI.create(rest.restUrl()), URI.create(gateway.gatewayUrl()));
        return Settings.rehearsing(token, data, wire);
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String err() {
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("Exception", "\tat ");
        return err.toString(StandardCharsets.UTF_8);
    }
}
