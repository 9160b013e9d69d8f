package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.OfflineBackups;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.ops.Backups;
import io.github.mirrorball.ops.ErasureJournal;
import io.github.mirrorball.reactions.Erasures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who was erased is written down under a secret, and what was written before there was one is still good for what it was. */
class SealKeyTest {

    private static final Clock SYSTEM_CLOCK = Clock.systemUTC();
    private static final String INSTALLATION = "0123456789";
    private static final long SERVER = 9;
    private static final long GONE = 71;
    private static final Instant BACKED_UP = Instant.parse("2026-01-10T12:00:00Z");
    private static final Instant ERASED = BACKED_UP.plusSeconds(3600);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void whatTheBotShowsIsNotEnoughToTellWhoseASealIs(Backend backend) {
        try (League league = new League(backend)) {
            String shown = league.store.ensureInstallation();

            Erasures.Seal seal = league.store.erasures().seal(SERVER, GONE);

            assertThat(seal.unkeyed()).isEqualTo(earlierSeal(shown));
            assertThat(seal.keyed()).hasSize(64).isNotEqualTo(seal.unkeyed());
            assertThat(league.store.erasures().seal(SERVER, GONE)).isEqualTo(seal);
            try (League other = new League(backend)) {
                assertThat(other.store.erasures().keyed(seal.unkeyed())).isNotEqualTo(seal.keyed());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void marksOnOpenPollsOfAnEarlierVersionStayValidAndGetTheSecretToo(Backend backend) {
        StoreSettings settings = backend.empty();
        try (Database database = Database.open(settings, MigrationVersion.fromVersion("14"))) {
            database.connections().run(handle -> {
                handle.execute("INSERT INTO installation (only_one, id) VALUES (1, ?)", INSTALLATION);
                handle.execute("INSERT INTO season (server, show_name, title, zone, asks, settings, channel, archived)"
                        + " VALUES (9, 'Show', 'One', 'UTC', '[]', '{}', 1, FALSE)");
                handle.execute("INSERT INTO poll (season, kind, ask, state, locks_at, secret)"
                        + " VALUES (1, 'winner', '{}', 'OPEN', CURRENT_TIMESTAMP, FALSE)");
                handle.execute("INSERT INTO erased (poll, mark) VALUES (1, ?)", hash("1:71:ann"));
            });
        }
        try (League league = new League(settings)) {
            assertThat(league.store.erasures().isMarked(1, GONE, "ann")).isTrue();
            assertThat(league.store.erasures().isMarked(1, GONE, "bob")).isFalse();
            String mark = league.store
                    .database()
                    .connections()
                    .read(handle -> handle.createQuery("SELECT mark FROM erased")
                            .mapTo(String.class)
                            .one());
            assertThat(mark).isNotEqualTo(hash("1:71:ann"));
        }
    }

    @Test
    void anEarlierJournalBesideAnEarlierBackupStillWorks() throws IOException {
        Path backup = earlierBackup();
        journal(ERASED + " " + earlierSeal(INSTALLATION));

        Backups.Restored restored = restore(backup);

        assertThat(restored.copy().fans()).isEqualTo(2);
        assertThat(restored.erased()).isEqualTo(1);
        assertThat(restored.unknown()).isZero();
        assertThat(fans()).containsExactly(72L);
    }

    @Test
    void whatWasErasedAfterTheUpgradeIsGoneFromAnEarlierBackupToo() throws IOException {
        Path backup = earlierBackup();
        journal(ERASED + " " + earlierSeal(INSTALLATION));
        restore(backup);
        new OfflineBackups(storage()).write(backups().resolve("later.zip"), false);
        String renewed = Files.readString(backups().resolve(ErasureJournal.NAME));
        assertThat(renewed).doesNotContain(earlierSeal(INSTALLATION)).startsWith(ERASED + "=");
        String secret = secret();
        loseTheDatabase();

        Backups.Restored again = restore(backup);

        assertThat(again.erased()).isEqualTo(1);
        assertThat(fans()).containsExactly(72L);
        assertThat(secret()).isEqualTo(secret);
    }

    @Test
    void whereNoBackupHasTheSecretItIsSaidThatNobodyCouldBeCompared() throws IOException {
        Path backup = earlierBackup();
        journal(ERASED + "=" + "ab".repeat(32));

        Backups.Restored restored = restore(backup);

        assertThat(restored.unknown()).isEqualTo(1);
        assertThat(restored.erased()).isZero();
    }

    private Path earlierBackup() throws IOException {
        Path backup = Files.createDirectories(backups()).resolve("earlier.zip");
        try (Database database = Database.open(StoreSettings.inMemory(), MigrationVersion.fromVersion("14"))) {
            database.connections().run(handle -> {
                handle.execute("INSERT INTO installation (only_one, id) VALUES (1, ?)", INSTALLATION);
                for (long user : List.of(GONE, 72L)) {
                    handle.execute("INSERT INTO fan (server, user_id, name) VALUES (9, ?, 'Fan')", user);
                }
            });
            database.connections()
                    .snapshot(handle -> new BackupWriter(backup, Optional.empty()).write(handle, "14", BACKED_UP));
        }
        return backup;
    }

    private void journal(String line) throws IOException {
        Files.writeString(backups().resolve(ErasureJournal.NAME), line + "\n");
    }

    private Backups.Restored restore(Path backup) {
        return new OfflineBackups(storage()).restore(backup);
    }

    private List<Long> fans() {
        try (Store store = Store.open(place(), SYSTEM_CLOCK, SYSTEM_CLOCK)) {
            return store.erasures().known().stream().map(Erasures.Someone::user).toList();
        }
    }

    private String secret() {
        try (Store store = Store.open(place(), SYSTEM_CLOCK, SYSTEM_CLOCK)) {
            return store.database().connections().with(SealKey::of);
        }
    }

    private void loseTheDatabase() throws IOException {
        for (Path file : List.of(EmbeddedFile.file(file()), CommitGuard.mark(EmbeddedFile.file(file())))) {
            Files.delete(file);
        }
    }

    private StoreSettings place() {
        return StoreSettings.embedded(file());
    }

    private Path file() {
        return directory.resolve("mirrorball");
    }

    private Storage storage() {
        return Storage.read(Map.of("DATA_DIR", directory.toString()), directory);
    }

    private Path backups() {
        return directory.resolve("backups");
    }

    private static String earlierSeal(String installation) {
        return Sha256.hmac(installation.getBytes(StandardCharsets.UTF_8), "server:9:71");
    }

    private static String hash(String text) {
        return Sha256.hmac(INSTALLATION.getBytes(StandardCharsets.UTF_8), text);
    }
}
