package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.rehearsal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that keep an operator's data safe, as the operator types them. */
class KeepTest {

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatWasBackedUpIsSoundAndRestoresIntoAnEmptyPlace() {
        environment.put("DATA_DIR", directory.resolve("first").toString());
        assertThat(execute("backup", backup())).isZero();
        assertThat(execute("check", backup())).isZero();
        assertThat(out()).contains("Backed up to").contains("is sound: 0 seasons, 0 polls, 0 fans, 0 picks");

        environment.put("DATA_DIR", directory.resolve("second").toString());
        assertThat(execute("restore", backup())).isZero();

        assertThat(directory.resolve("second/mirrorball.mv.db")).exists();
        assertThat(err()).isEmpty();
    }

    @Test
    void aBackupOfAnEncryptedDatabaseIsEncryptedToo() {
        environment.put("DATA_DIR", directory.resolve("first").toString());
        environment.put("DATA_KEY", "hush");
        assertThat(execute("backup", backup())).isZero();

        environment.remove("DATA_KEY");
        assertThat(execute("check", backup())).isEqualTo(1);

        assertThat(err()).contains("is encrypted. Give the key").doesNotContain("Exception");
    }

    @Test
    void whatIsNoBackupIsASentence() throws IOException {
        Files.writeString(directory.resolve("backup.zip"), "Dear host");

        assertThat(execute("restore", backup())).isEqualTo(1);

        assertThat(err()).contains("no backup of Mirrorball's").doesNotContain("\tat ");
    }

    @Test
    void copiesGoFromOneDirectoryToAnother() {
        environment.put("DATA_DIR", directory.resolve("first").toString());

        assertThat(execute("migrate", directory.resolve("second").toString())).isZero();

        assertThat(directory.resolve("second/mirrorball.mv.db")).exists();
        assertThat(out()).contains("Now change the settings");
    }

    @Test
    void anAddressThatIsNoPostgresIsASentence() {
        assertThat(execute("migrate", "mysql://host/name")).isEqualTo(1);

        assertThat(err()).contains("not the address of a PostgreSQL database");
    }

    private String backup() {
        return directory.resolve("backup.zip").toString();
    }

    private int execute(String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return new Mirrorball(environment, directory, terminal).execute(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
