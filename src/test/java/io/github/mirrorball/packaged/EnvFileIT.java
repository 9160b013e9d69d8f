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

    @ParameterizedTest
    @ValueSource(strings = {"run", "backup new.zip", "restore old.zip", "migrate elsewhere"})
    void aLineThatCannotBeReadIsNamedByEveryCommandThatReadsSettings(String command) {
        Jar.in(directory)
                .holding(".env", "DATA_KEY=#s3cret", "DISCORD_TOKEN=a.b.c")
                .run(command.split(" "))
                .failedWith(".env line 1: DATA_KEY has a # in its value;");

        assertThat(directory).isDirectoryNotContaining("regex:.*(data|elsewhere|zip)");
    }
}
