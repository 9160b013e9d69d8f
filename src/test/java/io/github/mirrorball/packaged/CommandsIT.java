package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command, in a directory that has nothing in it yet. */
class CommandsIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "run ", "rehearse ", "backup ", "check ", "restore ", "migrate "})
    void everyCommandHasItsHelp(String command) {
        Ended help = Jar.in(directory).run((command + "--help").split(" ")).isFine();

        assertThat(help.out()).anyMatch(line -> line.startsWith("Usage: mirrorball " + command.strip()));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theVersionIsThatOfTheJar() {
        assertThat(Jar.in(directory).run("--version").isFine().out())
                .singleElement()
                .asString()
                .matches("Mirrorball \\d.*");
    }

    @Test
    void aCommandThatIsNotThereIsAnsweredWithHowItIsUsed() {
        Ended refused = Jar.in(directory).run("frob");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).anyMatch(line -> line.contains("frob")).anyMatch(line -> line.startsWith("Usage: "));
    }
}
