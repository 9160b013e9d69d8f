package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was committed is there after the process was killed, however often that happens to the same file. */
class KilledTest {

    private static final int KILLS = 2;
    private static final int MORE_KILLS = 5;
    private static final int NUMBERS = 400;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "rewriting"})
    void aKilledProcessLosesNoCommit(String how) throws IOException, InterruptedException, SQLException {
        check(how, KILLS);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"", "rewriting"})
    void aProcessThatIsKilledOftenLosesNoCommit(String how) throws IOException, InterruptedException, SQLException {
        check(how, Integer.getInteger("kills", MORE_KILLS));
    }

    private void check(String how, int kills) throws IOException, InterruptedException, SQLException {
        for (int kill = 1; kill <= kills; kill++) {
            int said = committedUntilKilled(how, NUMBERS + 17 * kill % NUMBERS);
            assertThat(kept()).as("after kill %d", kill).isGreaterThanOrEqualTo(said);
        }
    }

    private int committedUntilKilled(String how, int numbers) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committing.class.getName(),
                        directory.resolve("league").toString(),
                        how)
                .redirectError(directory.resolve("log").toFile())
                .start();
        int newest = 0;
        try (BufferedReader said = process.inputReader()) {
            for (int i = 0; i < numbers; i++) {
                newest = Integer.parseInt(said.readLine());
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        return newest;
    }

    /** The newest number, read from a copy, so that the next process finds the file as the killed one left it. */
    private int kept() throws IOException, SQLException {
        Path copy = Files.createTempDirectory(directory, "copy");
        Files.copy(directory.resolve("league.mv.db"), copy.resolve("league.mv.db"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("league"), "mirrorball", "");
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT MAX(number) FROM counted")) {
            newest.next();
            return newest.getInt(1);
        }
    }
}
