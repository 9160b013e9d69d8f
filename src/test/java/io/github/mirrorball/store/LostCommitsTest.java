package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database file that holds less than was committed to it is never taken for an earlier league. */
class LostCommitsTest {

    private static final int CUTS = 6;
    private static final int MORE_CUTS = 20;
    private static final int NUMBERS = 300;
    private static final UUID ONE_BOOT = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final UUID ANOTHER_BOOT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("league.mv.db");
    }

    private Path mark() {
        return CommitGuard.mark(file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rewriting"})
    void afterAKillAFileThatWasCutIsRefusedOrHoldsEveryCommit(String how) throws Exception {
        checkKilled(how, CUTS);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"", "rewriting"})
    void whereverAFileWasCutAfterAKillItIsRefusedOrHoldsEveryCommit(String how) throws Exception {
        checkKilled(how, MORE_CUTS);
    }

    private void checkKilled(String how, int cuts) throws Exception {
        int said = committedUntilKilled(how);

        assertThat(kept(copy(Files.size(file())))).as("not cut at all").isGreaterThanOrEqualTo(said);
        assertThat(cutAtRandom(said, cuts)).isGreaterThan(cuts / 2);
    }

    @Test
    void afterAnOrderlyStopAFileThatWasCutIsRefused() throws Exception {
        checkStopped(CUTS);
    }

    @Tag("long")
    @Test
    void whereverAFileWasCutAfterAnOrderlyStopItIsRefused() throws Exception {
        checkStopped(MORE_CUTS);
    }

    private void checkStopped(int cuts) throws Exception {
        int said = committedInOrder();

        assertThat(kept(copy(Files.size(file())))).isEqualTo(said);
        assertThat(cutAtRandom(said, cuts)).isEqualTo(cuts);
    }

    @Test
    void aFileThatIsGoneOrEmptyIsRefusedUntilTheLossIsAccepted() throws Exception {
        committedInOrder();
        truncate(file(), 0);
        refused("gone, or empty");
        Files.delete(file());
        refused("gone, or empty");
        assertThat(file()).doesNotExist();

        Database.openWithLoss(settings()).close();

        Database.open(settings()).close();
    }

    @Test
    void anOlderCopyOfTheFileIsRefused() throws Exception {
        committedInOrder();
        Path older = Files.copy(file(), directory.resolve("older"));
        try (Database database = Database.open(settings())) {
            database.connections().run(handle -> handle.execute("INSERT INTO counted VALUES (100000, 'x')"));
        }
        byte[] padded = new byte[(int) Files.size(file()) + (1 << 20)];
        System.arraycopy(Files.readAllBytes(older), 0, padded, 0, (int) Files.size(older));
        Files.write(file(), padded);

        refused("an older one of itself");
    }

    @Test
    void aMarkThatIsDamagedOrMissingIsRefusedAndCanBeMadeAnew() throws Exception {
        int said = committedInOrder();
        byte[] whole = Files.readAllBytes(mark());
        for (int length : new int[] {0, 1, 600, whole.length - 1}) {
            truncate(mark(), length);
            refused("is damaged");
        }
        Files.delete(mark());
        refused("is missing");

        Database.openWithLoss(settings()).close();

        assertThat(kept(settings())).isEqualTo(said);
    }

    @Test
    void halfOfAMarkLeavesTheOneBeforeIt() throws Exception {
        int said = committedInOrder();
        byte[] whole = Files.readAllBytes(mark());
        for (int place : new int[] {0, 512}) {
            byte[] half = whole.clone();
            half[place + 40] ^= 1;
            Files.write(mark(), half);
            assertThatCode(() -> CommitGuard.of(file(), ANOTHER_BOOT, false).close())
                    .doesNotThrowAnyException();
        }
        Files.write(mark(), whole);
        assertThat(kept(settings())).isEqualTo(said);
    }

    @Test
    void aStoreFromBeforeThereWereMarksIsTakenAsItIsOnce() throws Exception {
        Database.open(settings(), MigrationVersion.fromVersion("13")).close();
        Files.delete(mark());

        Database.open(settings()).close();
        Files.delete(mark());

        refused("is missing");
    }

    /** What was only in the computer's memory cannot be demanded after that lost its power; what a checkpoint brought to the disk can. */
    @Test
    void afterALossOfPowerWhatWasBroughtToTheDiskIsDemanded() throws Exception {
        Files.write(file(), new byte[10_000]);
        try (CommitGuard running = CommitGuard.of(file(), ONE_BOOT, false)) {
            running.look(0);
            running.afterOpen();
            running.onSync(7);
            Files.write(file(), new byte[20_000]);
            running.onCommit();
        }
        truncate(file(), 19_999);

        assertThatThrownBy(() -> CommitGuard.of(file(), ONE_BOOT, false)).hasMessageContaining("it had 20000 bytes");
        try (CommitGuard guard = CommitGuard.of(file(), ANOTHER_BOOT, false)) {
            guard.look(7);
            assertThatThrownBy(() -> guard.look(6)).hasMessageContaining("an older one of itself");
        }
    }

    /** The file may become shorter while it is rewritten; a kill in the middle of that is no loss. */
    @Test
    void whileTheFileIsRewrittenItsLengthSaysNothing() throws Exception {
        Files.write(file(), new byte[20_000]);
        try (CommitGuard running = CommitGuard.of(file(), ONE_BOOT, false)) {
            running.afterOpen();
            running.beforeRewrite(3);
            running.onCommit();
            truncate(file(), 5_000);
        }

        try (CommitGuard guard = CommitGuard.of(file(), ONE_BOOT, false)) {
            guard.look(3);
            assertThatThrownBy(() -> guard.look(2)).hasMessageContaining("an older one of itself");
        }
        truncate(file(), 0);
        assertThatThrownBy(() -> CommitGuard.of(file(), ONE_BOOT, false)).hasMessageContaining("gone, or empty");
    }

    private int cutAtRandom(int said, int cuts) throws IOException {
        long seed = Long.getLong("seed", 20261201);
        Random random = new Random(seed);
        int refused = 0;
        for (int cut = 0; cut < cuts; cut++) {
            long length = (long) (random.nextDouble() * Files.size(file()));
            StoreSettings copy = copy(length);
            try {
                assertThat(kept(copy)).as("seed %d, cut to %d", seed, length).isGreaterThanOrEqualTo(said);
            } catch (StoreException loss) {
                assertThat(loss.isLoss()).as(loss.getMessage()).isTrue();
                refused++;
            }
        }
        return refused;
    }

    /** The file, cut, and its mark as it is, in a place of their own. */
    private StoreSettings copy(long length) throws IOException {
        Path copy = Files.createTempDirectory(directory, "copy").resolve("league.mv.db");
        Files.copy(file(), copy);
        Files.copy(mark(), CommitGuard.mark(copy), StandardCopyOption.COPY_ATTRIBUTES);
        truncate(copy, length);
        return StoreSettings.embedded(copy);
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private StoreSettings settings() {
        return StoreSettings.embedded(file());
    }

    private void refused(String why) {
        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(why)
                .matches(thrown -> ((StoreException) thrown).isLoss());
    }

    private static int kept(StoreSettings settings) {
        try (Database database = Database.open(settings)) {
            return database.connections()
                    .read(handle -> handle.createQuery("SELECT MAX(number) FROM counted")
                            .mapTo(Integer.class)
                            .one());
        }
    }

    private int committedInOrder() {
        try (Database database = Database.open(settings())) {
            Connections connections = database.connections();
            connections.run(handle -> handle.execute("CREATE TABLE counted (number INT PRIMARY KEY, padding VARCHAR)"));
            for (int number = 1; number <= NUMBERS; number++) {
                int next = number;
                connections.run(handle -> handle.execute("INSERT INTO counted VALUES (?, ?)", next, "n".repeat(200)));
            }
        }
        return NUMBERS;
    }

    private int committedUntilKilled(String how) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committing.class.getName(),
                        directory.resolve("league").toString(),
                        how)
                .redirectError(directory.resolve("log").toFile())
                .start();
        int newest = 0;
        try (BufferedReader said = process.inputReader()) {
            for (int i = 0; i < 4 * NUMBERS; i++) {
                newest = Integer.parseInt(said.readLine());
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        return newest;
    }
}
