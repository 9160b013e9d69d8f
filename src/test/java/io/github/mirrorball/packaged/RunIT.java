package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot of the jar, with a {@code .env} and nothing else, on a stage that it takes for Discord. */
class RunIT {

    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Stage stage = Stage.start(StageOptions.defaults());

    /** One certificate is enough for all. */
    @TempDir
    private static Path keys;

    @TempDir
    private Path parent;

    private Tunnel tunnel;
    private Jar jar;

    @BeforeEach
    void begin() throws Exception {
        tunnel = Tunnel.to(stage, keys);
        jar = tunnel.before(Jar.in(Files.createDirectory(parent.resolve("a new plüsch directory"))));
    }

    @AfterEach
    void end() throws IOException {
        tunnel.close();
        stage.close();
    }

    @Test
    void aLeagueIsKeptBackedUpRestoredAndMovedByRelativePaths() throws IOException {
        jar.holding(".env", "DISCORD_TOKEN=" + stage.token(), "DATA_DIR=kept", "DATA_KEY=\"twelve # letters\"");
        try (Program bot = jar.start("run")) {
            bot.awaitLine(line -> line.contains("Ready: "));

            jar.run("run").failedWith("The database ", "is in use by another Mirrorball");
            jar.run("backup", "early.zip").failedWith("The database ", "is in use by another Mirrorball");

            Ended stopped = bot.terminate().awaitEnd();
            assertThat(stopped.code()).as(stopped.toString()).isZero();
            assertThat(stopped.lingering()).isLessThan(TO_STOP);
        }
        assertThat(jar.run("backup", "safe.zip").isFine().lastLine()).startsWith("Backed up to safe.zip: 0 seasons");
        assertThat(jar.run("check", "safe.zip").isFine().lastLine()).startsWith("The backup safe.zip is sound");
        Jar second = jar.with("DATA_DIR", "second");
        assertThat(second.run("restore", "safe.zip").isFine().lastLine()).startsWith("Restored from safe.zip");
        Path absolute = jar.directory().resolve("third").toAbsolutePath();
        assertThat(second.run("migrate", absolute.toString()).isFine().lastLine())
                .startsWith("Copied: ");
        assertThat(jar.directory()).isDirectoryNotContaining("glob:**early.zip");
        assertThat(List.of("kept", "second", "third"))
                .allSatisfy(name -> assertThat(jar.directory().resolve(name).resolve("mirrorball.mv.db"))
                        .isNotEmptyFile());
        assertNobodyElseReadsWhatWasMade();
    }

    private void assertNobodyElseReadsWhatWasMade() throws IOException {
        try (Stream<Path> made = Files.walk(jar.directory())) {
            assertThat(made.filter(file -> !file.equals(jar.directory()) && !file.endsWith(".env")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as("who reads %s", file)
                            .endsWith("------"));
        }
    }

    @Test
    void aTokenThatDiscordRefusesEndsItWithASentence() {
        jar.holding(".env", "DISCORD_TOKEN=not.a.token");

        jar.run("run").failedWith("Discord refuses the token in DISCORD_TOKEN.");
        jar.run().failedWith("Discord refuses the token in DISCORD_TOKEN.");
    }

    @Test
    void aDiscordThatIsAwayIsWaitedForUntilItIsToldToStop() {
        jar.holding(".env", "DISCORD_TOKEN=" + stage.token());
        stage.faults().setAway();
        try (Program bot = jar.start("run")) {
            bot.awaitLine(line -> line.contains("Discord cannot be reached"));

            Ended stopped = bot.terminate().awaitEnd();
            assertThat(stopped.code()).as(stopped.toString()).isZero();
            assertThat(stopped.lingering()).isLessThan(TO_STOP);
        }
    }

    @Test
    void aKeyThatIsTooShortMakesNoLeague() {
        jar.holding(".env", "DISCORD_TOKEN=" + stage.token(), "DATA_KEY=ab\"");

        jar.run("run").failedWith("DATA_KEY has 3 characters.");
        assertThat(jar.directory()).isDirectoryNotContaining("glob:**data");
    }

    @Test
    void aLeagueThatWasLeftUnencryptedSaysSoAndIsEncryptedAsItSays() throws IOException {
        jar.holding(".env", "DISCORD_TOKEN=" + stage.token());
        try (Program bot = jar.start("run")) {
            bot.awaitLine(line -> line.contains("Ready: "));
            bot.terminate().awaitEnd();
        }
        Jar encrypted = jar.with("DATA_KEY", "a key that is long enough");

        encrypted.run("run").failedWith("The database data/mirrorball is not encrypted, although there is a DATA_KEY.");
        encrypted.run("backup", "safe.zip").isFine();
        Path file = jar.directory().resolve("data/mirrorball.mv.db");
        Files.move(file, jar.directory().resolve("old.mv.db"));
        encrypted.run("restore", "safe.zip").isFine();

        assertThat(Files.readAllBytes(file)).startsWith("H2encrypt".getBytes(StandardCharsets.US_ASCII));
        jar.run("run").failedWith("The database data/mirrorball is encrypted. Set the DATA_KEY");
    }
}
