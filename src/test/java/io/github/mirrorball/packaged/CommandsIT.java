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
    @ValueSource(strings = {"", "run ", "rehearse ", "backup ", "check ", "restore ", "migrate ", "accept-loss "})
    void everyCommandHasItsHelp(String command) {
        Ended help = Jar.in(directory).run((command + "--help").split(" ")).isFine();

        assertThat(help.out()).anyMatch(line -> line.startsWith("Usage: mirrorball " + command.strip()));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void helpIsACommandAsWell() {
        assertThat(Jar.in(directory).run("help").isFine().out())
                .anyMatch(line -> line.startsWith("Usage: mirrorball "));
        assertThat(Jar.in(directory).run("help", "accept-loss").isFine().out())
                .anyMatch(line -> line.startsWith("Usage: mirrorball accept-loss"));
    }

    @Test
    void theVersionIsThatOfTheJar() {
        assertThat(Jar.in(directory).run("--version").isFine().out())
                .singleElement()
                .asString()
                .matches("Mirrorball \\d.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frob", "nonsense", "accept-los"})
    void aCommandThatIsNotThereIsAnsweredWithHowItIsUsed(String command) {
        Ended refused = Jar.in(directory).run(command);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).anyMatch(line -> line.contains(command)).anyMatch(line -> line.startsWith("Usage: "));
    }
}
