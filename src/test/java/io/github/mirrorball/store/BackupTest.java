package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.league.AuditLog;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups: whole, consistent, restored into either database, and never half. */
class BackupTest {

    private static final Optional<String> NO_KEY = Optional.empty();
    private static final int FANS_AT_ONCE = 4;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"H2,H2", "H2,POSTGRES", "POSTGRES,H2", "POSTGRES,POSTGRES"})
    void restoredIntoEitherDatabaseEverythingReadsTheSame(Backend from, Backend into) throws IOException {
        Path backup = directory.resolve("backup.zip");
        StoreSettings target = into.fresh();
        try (League league = new League(from)) {
            long season = filled(league);
            BackupContents written = league.store.backUp(backup, NO_KEY);

            BackupContents restored = Store.restore(backup, NO_KEY, target);

            assertThat(restored).isEqualTo(written);
            try (League copy = new League(target)) {
                assertThat(copy.find(season)).isEqualTo(league.find(season));
                assertThat(copy.store.polls().ofSeason(season))
                        .isEqualTo(league.store.polls().ofSeason(season));
                assertThat(everything(copy, "first.zip")).isEqualTo(everything(league, "second.zip"));
                assertThat(copy.season()).as("numbering goes on").isGreaterThan(season);
                assertThat(copy.store.ensureInstallation()).isEqualTo(league.store.ensureInstallation());
            }
        }
    }

    /** What the tables hold, row by row; the databases list them in orders of their own. */
    private Map<String, List<String>> everything(League league, String name) throws IOException {
        Path file = directory.resolve(name);
        league.store.backUp(file, NO_KEY);
        Map<String, List<String>> rows = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".jsonl")) {
                    String lines = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    rows.put(entry.getName(), lines.lines().sorted().toList());
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void everyPickThatWasAcknowledgedBeforeABackupBeganIsInIt(Backend backend) throws InterruptedException {
        Path backup = directory.resolve("flowing.zip");
        try (League league = new League(backend)) {
            Poll poll = league.open(league.season());
            Map<Long, String> acknowledged = new ConcurrentHashMap<>();
            AtomicBoolean ended = new AtomicBoolean();
            CountDownLatch flowing = new CountDownLatch(200);
            List<Thread> fans = IntStream.range(0, FANS_AT_ONCE)
                    .mapToObj(first -> new Thread(() -> LongStream.iterate(
                                    first + 1, fan -> !ended.get(), fan -> fan + FANS_AT_ONCE)
                            .forEach(fan -> {
                                String outcome = fan % 3 == 0 ? "ada" : "ben";
                                if (league.cast().pick(poll.id(), League.voter(fan), outcome)
                                        instanceof Receipt.Taken) {
                                    acknowledged.put(fan, outcome);
                                }
                                flowing.countDown();
                            })))
                    .toList();
            fans.forEach(Thread::start);
            flowing.await();
            Map<Long, String> before = Map.copyOf(acknowledged);

            BackupContents written = league.store.backUp(backup, NO_KEY);
            int after = acknowledged.size();
            ended.set(true);
            for (Thread fan : fans) {
                fan.join();
            }

            assertThat(before).hasSizeGreaterThan(100);
            assertThat(written.rows("pick")).isBetween((long) before.size(), (long) after + FANS_AT_ONCE);
            assertThat(written.rows("fan")).as("one snapshot of all tables").isEqualTo(written.rows("pick"));
            assertThat(Store.check(backup, NO_KEY)).isEqualTo(written);
            StoreSettings target = Backend.H2.fresh();
            Store.restore(backup, NO_KEY, target);
            try (League copy = new League(target)) {
                before.forEach((user, outcome) -> assertThat(copy.picked(poll.id(), user))
                        .as("fan %d", user)
                        .contains(outcome));
                assertThat(copy.store.picks().tally(poll.id()).values().stream()
                                .mapToLong(Integer::longValue)
                                .sum())
                        .isEqualTo(written.rows("pick"));
            }
        }
    }

    @Test
    void aDatabaseThatHoldsAnythingIsLeftAlone() {
        Path backup = directory.resolve("backup.zip");
        try (League league = new League(Backend.H2)) {
            filled(league);
            league.store.backUp(backup, NO_KEY);
        }
        StoreSettings taken = Backend.H2.fresh();
        try (League other = new League(taken)) {
            other.season();
        }

        assertThatThrownBy(() -> Store.restore(backup, NO_KEY, taken))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not empty");

        try (League other = new League(taken)) {
            assertThat(other.store.seasons().of(League.SERVER)).hasSize(1);
        }
    }

    @Test
    void aByteThatChangedIsFoundUnlessItChangesNothing() throws IOException {
        Path backup = directory.resolve("backup.zip");
        try (League league = new League(Backend.H2)) {
            filled(league);
            league.store.backUp(backup, NO_KEY);
        }
        BackupContents contents = Store.check(backup, NO_KEY);
        byte[] whole = Files.readAllBytes(backup);
        int found = 0;
        for (int at = 0; at < whole.length; at += 13) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(backup, damaged);
            try {
                // Such as the time of day that the zip notes beside each table.
                assertThat(Store.check(backup, NO_KEY)).isEqualTo(contents);
            } catch (StoreException refused) {
                assertThat(refused.getMessage()).containsAnyOf("damaged", "encrypted");
                found++;
            }
        }
        assertThat(found).isGreaterThan(whole.length / 13 / 2);
    }

    @Test
    void halfABackupIsNone() throws IOException {
        Path backup = directory.resolve("backup.zip");
        try (League league = new League(Backend.H2)) {
            filled(league);
            league.store.backUp(backup, NO_KEY);
        }
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Store.check(backup, NO_KEY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void withAKeyNothingIsReadableAndAnotherKeyIsASentence() throws IOException {
        Path backup = directory.resolve("backup.zip");
        Optional<String> key = Optional.of("correct horse");
        try (League league = new League(Backend.H2)) {
            filled(league);
            league.store.backUp(backup, key);
        }

        assertThat(Store.check(backup, key).rows("pick")).isEqualTo(3);
        assertThatThrownBy(() -> Store.check(backup, Optional.of("another")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another key");
        assertThatThrownBy(() -> Store.check(backup, NO_KEY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("encrypted");
        assertThat(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1))
                .doesNotContain("Fan 1");
    }

    @ParameterizedTest
    @EnumSource
    void aBackupOfANewerMirrorballIsLeftToThat(Backend into) throws IOException {
        Path backup = directory.resolve("backup.zip");
        try (League league = new League(Backend.H2)) {
            filled(league);
            league.store.backUp(backup, NO_KEY);
        }
        try (FileSystem zip = FileSystems.newFileSystem(backup)) {
            Path contents = zip.getPath(BackupContents.ENTRY);
            Files.writeString(
                    contents, Files.readString(contents).replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999\""));
        }
        StoreSettings target = into.fresh();

        assertThatThrownBy(() -> Store.restore(backup, NO_KEY, target))
                .isInstanceOf(StoreException.class)
                .hasMessage("This backup was made by a newer Mirrorball (its schema is at version 999). Restore it with"
                        + " that version.");
        try (League untouched = new League(target)) {
            assertThat(untouched.store.seasons().of(League.SERVER)).isEmpty();
        }
    }

    @Test
    void whatIsNoBackupIsToldSo() throws IOException {
        Path file = Files.writeString(directory.resolve("letter.zip"), "Dear host");

        assertThatThrownBy(() -> Store.check(file, NO_KEY)).hasMessageContaining("no backup of Mirrorball");
        assertThatThrownBy(() -> Store.check(directory.resolve("none.zip"), NO_KEY))
                .hasMessageContaining("There is no backup");
    }

    /** A season with something in most tables, names that are hard to keep among it. */
    static long filled(League league) {
        long season = league.season();
        Poll poll = league.open(season);
        for (int fan = 1; fan <= 3; fan++) {
            league.cast().pick(poll.id(), League.voter(fan), "ada");
        }
        league.cast().onReaction(poll.id(), new Voter(League.SERVER, 2, "Zoë \"🪩\"\n\\ مرحبا"), "ben", true);
        Result result = new Result(Optional.of(List.of("ada")), List.of(), Optional.empty(), Map.of(), Map.of());
        league.store.seasons().record(season, 1, new ResultVersion(1, result, league.clock.instant(), League.HOST));
        league.store.outbox().owe(season, new Notice.Card(poll.id()));
        league.store
                .auditLog()
                .note(season, new AuditLog.Entry(Clock.systemUTC().instant(), League.HOST, "test", "", "x"));
        league.store.ensureInstallation();
        return season;
    }
}
