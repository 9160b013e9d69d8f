package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a directory that it must not write to: where a service is started, or on a medium that is read-only. */
class PlacesIT {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path parent;

    private Path directory;
    private Jar jar;

    @BeforeEach
    void begin() throws IOException {
        open(parent);
        directory = Files.createDirectory(parent.resolve("read only"));
        Path copy = open(Files.copy(Jar.FILE, parent.resolve("mirrorball.jar")));
        jar = Jar.in(directory).of(copy);
        if (isRoot()) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin/setpriv")),
                    "Without setpriv root cannot be another user, who must not write.");
            jar = jar.as(AS_NOBODY);
        }
    }

    @AfterEach
    void end() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void whatNeedsNoPlaceWorks() throws IOException {
        close();

        jar.run("--help").isFine();
        jar.run("run").failedWith("DISCORD_TOKEN is missing.");
        jar.run("check", "nowhere.zip").failedWith("There is no backup nowhere.zip that can be read.");
        assertThat(jar.run("rehearse", "--headless", "--fans", "1").code()).isZero();
    }

    @Test
    void whatCannotBeWrittenIsASentence() throws IOException {
        close();

        jar.with("DISCORD_TOKEN", "a.b.c").run("run").failedWith("", "data", "cannot be made or entered");
        jar.run("restore", "nowhere.zip").failedWith("There is no backup nowhere.zip that can be read.");
        jar.run("rehearse", "--headless", "--fans", "1", "--report", "report.json")
                .failedWith("", "report.json", "cannot be written");
    }

    @Test
    void aFileOfSettingsThatThisUserMustNotReadIsASentence() throws IOException {
        jar.holding(".env", "DISCORD_TOKEN=a.b.c");
        Files.setPosixFilePermissions(directory.resolve(".env"), PosixFilePermissions.fromString("-wx------"));
        close();

        jar.run("run").failedWith("", ".env cannot be read: it must be a file that this user may read.");
    }

    @Test
    void aFileOfSettingsThatLeadsToWhereThisUserMustNotLookIsASentence() throws IOException {
        Path closed = Files.createDirectory(parent.resolve("closed"));
        Files.writeString(closed.resolve("settings"), "DATA_DIR=kept\n");
        Files.createSymbolicLink(directory.resolve(".env"), closed.resolve("settings"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        close();

        jar.run("backup", "safe.zip").failedWith(".env cannot be read: it must be a file that this user may read.");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }

    private void close() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    private static Path open(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
