package io.github.mirrorball.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class BrowserTest {

    private static final String ADDRESS = "http://127.0.0.1:8484";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void theProgramOfTheSystemIsGivenTheAddress() throws IOException {
        Path told = directory.resolve("told");
        open(program("#!/bin/sh\necho \"$1\" > " + told + "\n"));

        Awaitility.await().untilAsserted(() -> assertThat(told).hasContent(ADDRESS));
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whereThereIsNoneASentenceSaysSo() {
        open(directory.resolve("none"));

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Open the address yourself.");
    }

    @Test
    void whereItFindsNoBrowserASentenceSaysSo() throws IOException {
        open(program("#!/bin/sh\nexit 3\n"));

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(said.toString(StandardCharsets.UTF_8)).contains("Open the address yourself."));
    }

    @Test
    void everySystemHasItsProgram() {
        assertThat(Browser.of("Linux").program()).containsExactly("xdg-open");
        assertThat(Browser.of("Mac OS X").program()).containsExactly("open");
        assertThat(Browser.of("Windows 11").program()).containsExactly("rundll32", "url.dll,FileProtocolHandler");
    }

    private void open(Path program) {
        new Browser(List.of(program.toString())).open(ADDRESS, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("program"), script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
