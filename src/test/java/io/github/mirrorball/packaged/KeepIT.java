package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that keep a league safe, with each of their options. */
class KeepIT {

    private static final String DATABASE = "data/mirrorball.mv.db";
    private static final String LONG = "a key that is long enough";

    @TempDir
    private static Path played;

    @TempDir
    private Path directory;

    private Jar jar;

    @BeforeAll
    static void play() {
        assertThat(Jar.in(played)
                        .run("rehearse", "--headless", "--fans", "1", "--data", "data")
                        .code())
                .isZero();
    }

    @BeforeEach
    void begin() throws IOException {
        jar = Jar.in(directory);
        Files.createDirectory(directory.resolve("data"));
        for (String file : new String[] {DATABASE, DATABASE + ".mark"}) {
            Files.copy(played.resolve(file), directory.resolve(file));
        }
    }

    @Test
    void aBackupTakesTheSpotOfAnotherOnlyWhereThatIsSaid() throws IOException {
        assertThat(jar.run("backup", "safe.zip").isFine().lastLine())
                .matches("Backed up to safe.zip: 1 season, \\d+ polls, 1 fan, \\d+ picks, as of [-\\dT:]{19}Z\\.");
        byte[] first = Files.readAllBytes(directory.resolve("safe.zip"));

        jar.run("backup", "safe.zip").failedWith("There is a file safe.zip already", "--overwrite");
        assertThat(directory.resolve("safe.zip")).hasBinaryContent(first);
        jar.run("backup", "--overwrite", "safe.zip").isFine();
        assertThat(Files.readAllBytes(directory.resolve("safe.zip"))).isNotEqualTo(first);
    }

    @Test
    void aBackupThatAnybodyCanReadIsTakenOnlyWhereThatIsSaid() throws IOException {
        jar.run("backup", "safe.zip").isFine();
        Jar encrypted = jar.with("DATA_KEY", LONG).with("DATA_DIR", "second");

        encrypted.run("check", "safe.zip").failedWith("", "safe.zip", "not encrypted", "--unencrypted");
        encrypted.run("restore", "safe.zip").failedWith("", "safe.zip", "not encrypted", "--unencrypted");
        assertThat(directory.resolve("second")).doesNotExist();
        encrypted.run("check", "--unencrypted", "safe.zip").isFine();
        encrypted.run("restore", "--unencrypted", "safe.zip").isFine();
        assertThat(begin("second")).isEqualTo("H2encrypt");
        encrypted.run("restore", "--unencrypted", "safe.zip").failedWith("The database second", "is not empty");
    }

    @Test
    void aKeyIsGivenAndChangedByMovingTheLeague() throws IOException {
        String longer = "another key that is long enough";

        jar.with("NEW_DATA_KEY", "short").run("migrate", "second").failedWith("NEW_DATA_KEY has 5 characters.");
        assertThat(directory.resolve("second")).doesNotExist();
        jar.with("NEW_DATA_KEY", LONG).run("migrate", "second").isFine();
        Jar first = jar.with("DATA_DIR", "second").with("DATA_KEY", LONG);
        first.with("NEW_DATA_KEY", longer).run("migrate", "third").isFine();

        assertThat(begin("third")).isEqualTo("H2encrypt");
        Jar second = jar.with("DATA_DIR", "third");
        second.with("DATA_KEY", longer).run("backup", "safe.zip").isFine();
        second.with("DATA_KEY", LONG).run("backup", "no.zip").failedWith("", "cannot be opened with this key");
    }

    @Test
    void aLeagueIsMovedNeitherOntoItselfNorIntoAFile() throws IOException {
        Files.writeString(directory.resolve("file"), "something else");

        jar.run("migrate", "./data").failedWith("That is the database of the settings itself.");
        jar.run("migrate", "file").failedWith("file is a file. Name a directory;");
        assertThat(directory.resolve("file")).hasContent("something else");
    }

    @Test
    void whereThereIsNoLeagueNoLossIsAccepted() {
        jar.with("DATA_DIR", "nowhere").run("accept-loss").failedWith("There is no league in the database nowhere");

        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aLossIsAcceptedOnlyWhereThereIsOneAndItsBackupsAreNamed() throws IOException {
        String newest = "mirrorball-20260110T200000Z.zip";
        assertThat(jar.run("accept-loss").isFine().lastLine()).startsWith("Nothing is missing");
        Files.createDirectory(directory.resolve("data/backups"));
        jar.run("backup", "data/backups/" + newest).isFine();
        Files.write(directory.resolve(DATABASE), new byte[0]);

        jar.with("DISCORD_TOKEN", "a.b.c").run("run").failedWith("", "data/backups/" + newest, "accept-loss");
        String last = jar.run("accept-loss").isFine().lastLine();
        assertThat(last).startsWith("Left is this, and the bot goes on with it: 0 seasons, ");
        Path aside = Path.of(last.replaceAll(".* are in (\\S+) now\\.", "$1"));
        assertThat(directory.resolve(aside).resolve(newest)).isNotEmptyFile();
        jar.run("backup", "safe.zip").isFine();
    }

    @Test
    void aLossWithoutAnyBackupIsAcceptedAsWell() throws IOException {
        Files.delete(directory.resolve(DATABASE));

        jar.with("DISCORD_TOKEN", "a.b.c")
                .run("run")
                .failedWith("", "There is no backup in data/backups", "accept-loss");
        assertThat(jar.run("accept-loss").isFine().lastLine())
                .startsWith("Left is this")
                .doesNotContain("backups");
    }

    private String begin(String data) throws IOException {
        byte[] all = Files.readAllBytes(directory.resolve(data).resolve("mirrorball.mv.db"));
        return new String(all, 0, "H2encrypt".length(), StandardCharsets.ISO_8859_1);
    }
}
