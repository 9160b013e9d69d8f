package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.rehearsal.play.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorballTest {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpSaysWhatThereIs() {
        assertThat(execute("--help")).isEqualTo(OK);
        assertThat(out()).contains("run", "rehearse", "DISCORD_TOKEN", "Exit codes", ".env.example");
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--headless",
                "--port",
                "--season",
                "--picks",
                "--fans",
                "--seed",
                "--report",
                "--limits",
                "--data"
            })
    void theHelpOfRehearseNamesEveryOption(String option) {
        assertThat(execute("rehearse", "--help")).isEqualTo(OK);
        assertThat(out()).contains(option);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(execute("--version")).isEqualTo(OK);
        assertThat(out()).matches("Mirrorball \\S.*\\R");
    }

    @Test
    void runInsistsOnAToken() {
        assertThat(execute("run")).isEqualTo(FAILED);
        assertThat(err()).startsWith("DISCORD_TOKEN is missing.").hasLineCount(1);
    }

    @Test
    void aSettingThatIsWrongStopsTheBareCommandToo() throws IOException {
        Files.writeString(directory.resolve(".env"), "DISCORD_TOKN=a.b.c");

        assertThat(execute()).isEqualTo(FAILED);
        assertThat(err()).contains("there is no setting DISCORD_TOKN", "DISCORD_TOKEN is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "frob,                            frob",
        "rehearse --fans many,            --fans",
        "rehearse --fans 0,               --fans must be 1",
        "rehearse --fans 3 --picks x,     --picks names its own fans",
        "rehearse --report x,             --report is of a whole play",
        "rehearse --port 65536,           --port must be 0 to 65535",
        "rehearse --headless --port 0,    --headless has no page",
        "rehearse --season,               --season",
        "run --fast,                      --fast"
    })
    void aCommandThatIsNotUnderstoodSaysWhatAboutItAndHowItIsUsed(String arguments, String about) {
        assertThat(execute(arguments.split(" "))).isEqualTo(MISUSED);
        assertThat(err()).contains(about, "Usage: mirrorball").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "--season nowhere.json,              There is no season file nowhere.json",
        "--season pom.xml,                   The season file cannot be used",
        "--headless --report nowhere/report.json, The report cannot be written to nowhere/report.json",
        "--headless --report src,            The report cannot be written to src"
    })
    void aRehearsalThatCannotBeginSaysWhyInASentence(String arguments, String why) {
        assertThat(execute(("rehearse " + arguments).split(" "))).isEqualTo(FAILED);
        assertThat(err()).contains(why).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aRehearsalNeedsNoSettings() throws IOException {
        Files.writeString(directory.resolve(".env"), "this is nothing");

        assertThat(execute("rehearse", "--season", "nowhere.json")).isEqualTo(FAILED);
        assertThat(err()).doesNotContain(".env");
    }

    @Test
    void aRehearsalShowsItsPageUntilItIsEnded() throws Exception {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread rehearsal = new Thread(() -> code.complete(execute("rehearse", "--port", "0")));
        rehearsal.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> out().contains("Open http://127.0.0.1:") || code.isDone());
        String address = out().replaceAll("(?s).*Open (\\S+) in a browser.*", "$1");
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        rehearsal.interrupt();

        assertThat(page.body()).contains("<title>Mirrorball rehearsal</title>");
        assertThat(code.get(1, TimeUnit.MINUTES)).isEqualTo(OK);
        assertThat(err()).isEmpty();
    }

    private int execute(String... arguments) {
        Terminal terminal = new Terminal(printing(out), printing(err), false);
        return new Mirrorball(environment, directory, terminal).execute(arguments);
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
