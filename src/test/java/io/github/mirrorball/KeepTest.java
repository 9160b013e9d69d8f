package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.rehearsal.play.Terminal;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that keep an operator's data safe, as the operator types them. */
class KeepTest {

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatWasBackedUpIsSoundAndRestoresIntoAnEmptyPlace() {
        league("first");
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
        environment.put("DATA_KEY", "hush, not a word");
        league("first");
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
        league("first");

        assertThat(execute("migrate", directory.resolve("second").toString())).isZero();

        assertThat(directory.resolve("second/mirrorball.mv.db")).exists();
        assertThat(out()).contains("Now change the settings");
    }

    @Test
    void anAddressThatIsNoPostgresIsASentence() {
        assertThat(execute("migrate", "mysql://host/name")).isEqualTo(1);

        assertThat(err()).contains("not the address of a PostgreSQL database");
    }

    @Test
    void whereThereIsNoLeagueNothingIsBackedUpAndNothingMade() throws IOException {
        Files.writeString(directory.resolve("backup.zip"), "A good one.");
        environment.put("DATA_DIR", directory.resolve("elsewhere").toString());

        assertThat(execute("backup", "--overwrite", backup())).isEqualTo(1);
        assertThat(execute("migrate", directory.resolve("second").toString())).isEqualTo(1);

        assertThat(err()).contains("There is no league").doesNotContain("\tat ");
        assertThat(directory.resolve("backup.zip")).hasContent("A good one.");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
        assertThat(directory.resolve("second")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsOverwrittenOnlyWhenThatIsSaid() throws IOException {
        Files.writeString(directory.resolve("backup.zip"), "A good one.");
        league("first");

        assertThat(execute("backup", backup())).isEqualTo(1);
        assertThat(err()).contains("say --overwrite");
        assertThat(directory.resolve("backup.zip")).hasContent("A good one.");
        assertThat(execute("backup", "--overwrite", backup())).isZero();
        assertThat(execute("check", backup())).isZero();
    }

    @Test
    void withAKeyAnUnencryptedBackupIsTakenOnlyWhenThatIsSaid() {
        league("first");
        assertThat(execute("backup", backup())).isZero();
        environment.put("DATA_KEY", "a key that is long enough");
        environment.put("DATA_DIR", directory.resolve("second").toString());

        assertThat(execute("check", backup())).isEqualTo(1);
        assertThat(execute("restore", backup())).isEqualTo(1);
        assertThat(err()).contains("say --unencrypted");
        assertThat(directory.resolve("second")).doesNotExist();
        assertThat(execute("check", "--unencrypted", backup())).isZero();
        assertThat(execute("restore", "--unencrypted", backup())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres://me:hush@127.0.0.1:1/name", "jdbc:postgresql://127.0.0.1:1/name?user=me&password=hush"
            })
    void aPasswordOnTheCommandLineIsRefusedWithTheReason(String address) {
        league("first");

        assertThat(execute("migrate", address)).isEqualTo(1);

        assertThat(err()).contains("PGPASSWORD").doesNotContain("hush", "\tat ");
    }

    @Test
    void aDatabaseThatIsGoneIsSaidSoWithItsNewestBackupAndTheLossCanBeAccepted() throws IOException {
        league("first");
        Path database = directory.resolve("first/mirrorball.mv.db");
        Path shelf = directory.resolve("first/backups");
        String newest = "mirrorball-20260111T200000Z.zip";
        assertThat(execute(
                        "backup",
                        shelf.resolve("mirrorball-20260110T200000Z.zip").toString()))
                .isZero();
        assertThat(execute("backup", shelf.resolve(newest).toString())).isZero();
        assertThat(execute("accept-loss")).isZero();
        assertThat(out()).contains("Nothing is missing");
        Files.write(database, new byte[0]);

        assertThat(execute("backup", backup())).isEqualTo(1);
        assertThat(err()).contains("The newest backup is " + shelf.resolve(newest), "accept-loss");
        assertThat(directory.resolve("backup.zip")).doesNotExist();
        assertThat(execute("accept-loss")).isZero();

        assertThat(out()).contains("Left is this");
        assertThat(shelf.resolve(newest)).doesNotExist();
        assertThat(shelf).isDirectoryRecursivelyContaining("glob:**/set-aside-*/" + newest);
        assertThat(execute("backup", backup())).isZero();
    }

    @Test
    void aDatabaseThatIsGoneIsRestoredWithoutFurtherAdo() throws IOException {
        league("first");
        assertThat(execute("backup", backup())).isZero();
        Files.delete(directory.resolve("first/mirrorball.mv.db"));

        assertThat(execute("restore", backup())).isZero();
        assertThat(execute("backup", "--overwrite", backup())).isZero();

        assertThat(err()).isEmpty();
        assertThat(directory.resolve("first")).isDirectoryNotContaining("glob:**/restoring*");
    }

    /** An empty league, as a bot leaves one. */
    private void league(String name) {
        environment.put("DATA_DIR", directory.resolve(name).toString());
        Path file = directory.resolve(name).resolve("mirrorball");
        StoreSettings settings = StoreSettings.embedded(file, Optional.ofNullable(environment.get("DATA_KEY")));
        Store.open(settings, Clock.systemUTC(), Clock.systemUTC()).close();
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
