package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings as the README says: a file named {@code .env} in the directory that it is started in. */
class EnvFileIT {

    @TempDir
    private Path directory;

    @Test
    void theExampleAsItIsLacksNothingButTheToken() throws IOException {
        Files.copy(Path.of(".env.example"), directory.resolve(".env"));

        Jar.in(directory).run("run").failedWith("DISCORD_TOKEN is missing.");
    }

    @Test
    void aValueInTypographicQuotesMakesNoDirectoryOfThatName() {
        Jar.in(directory)
                .holding(".env", "DATA_DIR=“data”")
                .run("restore", "old.zip")
                .failedWith(".env line 1: DATA_DIR stands in typographic quotes; use straight double quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00A0DATA_DIR=data", "DATA_DIR=da\u00A0ta", "DATA_DIR=\u200Bdata", "DATA_DIR=\"da\u2028ta\""})
    void aCharacterThatCannotBeSeenIsNamed(String line) {
        Jar.in(directory)
                .holding(".env", "# a\u00A0comment", line)
                .run("restore", "old.zip")
                .failedWith(".env line 2: DATA_DIR has a character in its line that cannot be seen (U+");
    }

    @Test
    void ofAFileThatCannotBeReadNothingIsSaidToBeMissing() throws IOException {
        Files.write(directory.resolve(".env"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'D', 0});

        Ended refused =
                Jar.in(directory).run("run").failedWith(".env cannot be read: it must be a text file in UTF-8.");
        assertThat(refused.err()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "backup new.zip", "restore old.zip", "migrate elsewhere", "accept-loss", "check old.zip"})
    void aLineThatCannotBeReadIsNamedByEveryCommandThatReadsSettings(String command) {
        Jar.in(directory)
                .holding(".env", "DATA_KEY=#s3cret", "DISCORD_TOKEN=a.b.c")
                .run(command.split(" "))
                .failedWith(".env line 1: DATA_KEY has a # in its value;");

        assertThat(directory).isDirectoryNotContaining("regex:.*(data|elsewhere|zip)");
    }
}
