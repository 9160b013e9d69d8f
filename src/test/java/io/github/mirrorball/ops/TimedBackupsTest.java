package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedBackupsTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-10T20:00:00Z"));
    private Optional<String> broken = Optional.empty();

    @TempDir
    private Path data;

    @Test
    void theFirstIsWrittenAtOnceUnderItsTimeAndTheNextWhenItsTimeHasCome() throws IOException {
        TimedBackups backups = backups(7);

        backups.turn();
        assertThat(files()).containsExactly("mirrorball-20260110T200000Z.zip");
        pass(A_DAY.minusSeconds(1));
        assertThat(backups.turn()).isEqualTo(Duration.ofSeconds(1));
        assertThat(files()).hasSize(1);
        pass(Duration.ofSeconds(1));
        backups.turn();
        assertThat(files()).containsExactly("mirrorball-20260110T200000Z.zip", "mirrorball-20260111T200000Z.zip");
    }

    @Test
    void aRestartNeitherRepeatsABackupNorForgetsOneThatWasDueMeanwhile() throws IOException {
        backups(7).turn();
        pass(Duration.ofHours(1));
        backups(7).turn();
        assertThat(files()).hasSize(1);
        pass(Duration.ofDays(5));
        backups(7).turn();
        assertThat(files()).containsExactly("mirrorball-20260110T200000Z.zip", "mirrorball-20260115T210000Z.zip");
    }

    @Test
    void theNewestAreKeptAndWhatItDidNotNameIsLeftAlone() throws IOException {
        Files.createDirectories(shelf());
        List<String> others = List.of(
                "mirrorball.zip",
                "mirrorball-20200101T000000Z.zip.old",
                "my-mirrorball-20200101T000000Z.zip",
                "mirrorball-20209999T000000Z.zip");
        for (String other : others) {
            Files.createFile(shelf().resolve(other));
        }
        Files.createDirectory(shelf().resolve("mirrorball-20200102T000000Z.zip"));
        TimedBackups backups = backups(2);

        for (int day = 0; day < 5; day++) {
            backups.turn();
            pass(A_DAY);
        }

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "mirrorball-20260113T200000Z.zip",
                        "mirrorball-20260114T200000Z.zip",
                        "mirrorball.zip",
                        "mirrorball-20200101T000000Z.zip.old",
                        "my-mirrorball-20200101T000000Z.zip",
                        "mirrorball-20209999T000000Z.zip",
                        "mirrorball-20200102T000000Z.zip");
    }

    @Test
    void aLinkOfTheSameNameIsNotItsOwn() throws IOException {
        Path precious = Files.writeString(data.resolve("precious"), "kept");
        Files.createDirectories(shelf());
        Files.createSymbolicLink(shelf().resolve("mirrorball-20200101T000000Z.zip"), precious);

        backups(1).turn();

        assertThat(files()).contains("mirrorball-20200101T000000Z.zip").hasSize(2);
        assertThat(precious).hasContent("kept");
    }

    @Test
    void aFailureLeavesTheOldOnesAndIsTriedAgainInAQuarterOfAnHour() throws IOException {
        TimedBackups backups = backups(1);
        backups.turn();
        pass(A_DAY);
        broken = Optional.of("The disk is full.");

        backups.turn();
        assertThat(files()).containsExactly("mirrorball-20260110T200000Z.zip");
        assertThat(measured(backups).value("mirrorball_backup_failures_total")).isEqualTo(1);
        broken = Optional.empty();
        pass(TimedBackups.AFTER_A_FAILURE.minusSeconds(1));
        backups.turn();
        assertThat(files()).containsExactly("mirrorball-20260110T200000Z.zip");
        pass(Duration.ofSeconds(1));
        backups.turn();
        assertThat(files()).containsExactly("mirrorball-20260111T201500Z.zip");
    }

    @Test
    void theNewestBackupIsAMetricAlsoAfterARestart() {
        assertThat(measured(backups(7)).value("mirrorball_backup_last_success_timestamp_seconds"))
                .isNaN();
        backups(7).turn();
        pass(Duration.ofHours(3));

        assertThat(measured(backups(7)).value("mirrorball_backup_last_success_timestamp_seconds"))
                .isEqualTo((double) Instant.parse("2026-01-10T20:00:00Z").getEpochSecond());
    }

    @Test
    void aBackupFromTheFutureNeitherPutsOffTheNextNorTakesAPlace() throws IOException {
        Files.createDirectories(shelf());
        Files.createFile(shelf().resolve("mirrorball-20990101T000000Z.zip"));

        backups(1).turn();

        assertThat(files()).containsExactly("mirrorball-20260110T200000Z.zip", "mirrorball-20990101T000000Z.zip");
    }

    @Test
    void whatWasNeverFinishedGoesOnceNobodyCanBeWritingItAnyMore() throws IOException {
        Files.createDirectories(shelf());
        Files.createFile(shelf().resolve("mirrorball-20260109T190000Z.zip.part"));
        Files.createFile(shelf().resolve("mirrorball-20260110T190000Z.zip.part"));

        backups(7).turn();

        assertThat(files()).containsExactly("mirrorball-20260110T190000Z.zip.part", "mirrorball-20260110T200000Z.zip");
    }

    @Test
    void aStopGivesUpABackupThatTakesTooLong() {
        CountDownLatch writing = new CountDownLatch(1);
        TimedBackups backups = backups(7, file -> {
            writing.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException("Interrupted.", interrupted);
            }
        });
        backups.start();
        await().until(() -> writing.getCount() == 0);

        long asked = System.nanoTime();
        backups.close();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
        assertThat(measured(backups).value("mirrorball_backup_failures_total")).isZero();
    }

    @Test
    void itsThreadOutlivesWhateverFails() {
        AtomicReference<Path> written = new AtomicReference<>();
        broken = Optional.of("The disk is full.");
        TimedBackups backups = backups(7, file -> {
            written.set(file);
            write(file);
        });
        backups.start();
        await().until(() -> written.get() != null);
        backups.close();

        assertThat(measured(backups).value("mirrorball_backup_failures_total")).isEqualTo(1);
    }

    private Exposition measured(TimedBackups backups) {
        Metrics metrics = new Metrics();
        backups.addTo(metrics);
        return Exposition.read(metrics.text());
    }

    private TimedBackups backups(int keep) {
        return backups(keep, this::write);
    }

    private TimedBackups backups(int keep, Consumer<Path> write) {
        return new TimedBackups(shelf(), A_DAY, keep, write, now::get);
    }

    private void write(Path file) {
        broken.ifPresent(sentence -> {
            throw new IllegalStateException(sentence);
        });
        try {
            Files.createDirectories(shelf());
            Files.createFile(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Path shelf() {
        return data.resolve("backups");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(shelf())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
