package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureJournalTest {

    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @TempDir
    private Path data;

    @Test
    void whoWasErasedAfterABackupIsFoundAgainByAnotherProcess() {
        journal().note("early");
        now.set(NOON.plusSeconds(1));
        journal().note("late");
        journal().note("later");

        assertThat(journal().after(NOON).keyed()).containsExactlyInAnyOrder("late", "later");
        assertThat(journal().after(NOON.minusSeconds(1)).keyed()).hasSize(3);
        assertThat(journal().after(NOON.plusSeconds(1)).keyed()).isEmpty();
    }

    @Test
    void whereThereIsNoJournalNobodyWasErased() {
        assertThat(journal().after(Instant.EPOCH).keyed()).isEmpty();
    }

    @Test
    void aLineThatThePowerCutShortHidesNoOther() throws IOException {
        journal().note("whole");
        Files.writeString(shelf().resolve(ErasureJournal.NAME), "2026-01-1\n\n", StandardOpenOption.APPEND);
        journal().note("next");

        assertThat(journal().after(Instant.EPOCH).keyed()).containsExactlyInAnyOrder("whole", "next");
    }

    @Test
    void linesOfEarlierVersionsAreReadAndRenewedInTheirPlace() throws IOException {
        Path file = Files.createDirectories(shelf()).resolve(ErasureJournal.NAME);
        Files.writeString(file, NOON + " aa\n2026-01-1\n" + NOON.plusSeconds(1) + " bb\r\n");
        journal().note("cc");
        assertThat(journal().after(Instant.EPOCH).unkeyed()).containsExactlyInAnyOrder("aa", "bb");

        journal().renew(seal -> seal.toUpperCase(Locale.ROOT));
        journal().renew(seal -> "xx");

        assertThat(file).hasContent(NOON + "=AA\n2026-01-1\n" + NOON.plusSeconds(1) + "=BB\n" + NOON + "=cc\n");
        assertThat(journal().after(NOON).keyed()).containsExactly("BB");
        assertThat(journal().after(Instant.EPOCH).unkeyed()).isEmpty();
    }

    @Test
    void anErasureGoesOnWhereNothingCanBeWritten() throws IOException {
        Files.createFile(shelf());

        journal().note("somebody");

        assertThat(shelf()).isRegularFile();
    }

    private ErasureJournal journal() {
        return new ErasureJournal(shelf(), now::get);
    }

    private Path shelf() {
        return data.resolve("backups");
    }
}
