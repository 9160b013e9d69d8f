package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal as the README says, without any settings. */
class RehearseIT {

    private static final Duration TO_STOP = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void aWholeSeasonEndsWithItsLastLine() {
        check(20);
    }

    @Tag("long")
    @Test
    void aWholeSeasonOfManyFansEndsWithItsLastLineToo() {
        check(200);
    }

    private void check(int fans) {
        Ended ended = Jar.in(directory).run("rehearse", "--headless", "--fans", Integer.toString(fans), "--seed", "1");

        assertThat(ended.endsAtOnce().code()).as(ended.toString()).isZero();
        assertThat(ended.out()).filteredOn(line -> line.contains("fan-")).hasSize(fans);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void thePageIsShownUntilItIsToldToStop() throws Exception {
        try (Program rehearsal = Jar.in(directory).start("rehearse", "--port", "0")) {
            String address = rehearsal
                    .awaitLine(line -> line.contains("http://127.0.0.1:"))
                    .replaceAll(".*(http://[\\d.:]+).*", "$1");
            String page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address + "/")).build(), BodyHandlers.ofString())
                    .body();
            assertThat(page).contains("Mirrorball");
            assertThat(rehearsal.terminate().awaitEnd().lingering()).isLessThan(TO_STOP);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void filesAreNamedFromWhereItIsStarted() throws Exception {
        Files.createDirectory(directory.resolve("more"));
        Jar jar = Jar.in(directory);

        jar.run("rehearse", "--headless", "--season", "nowhere.json")
                .failedWith("There is no season file nowhere.json.");
        jar.run("rehearse", "--headless", "--fans", "1", "--report", "none/report.json")
                .failedWith("The report cannot be written to none/report.json");
        Ended played =
                jar.run("rehearse", "--headless", "--fans", "1", "--data", "kept", "--report", "more/report.json");
        assertThat(played.code()).as(played.toString()).isZero();
        assertThat(directory.resolve("more/report.json")).isNotEmptyFile();
        assertThat(directory.resolve("kept/mirrorball.mv.db")).isNotEmptyFile();
    }
}
