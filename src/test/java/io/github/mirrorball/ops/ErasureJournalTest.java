package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
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

        assertThat(journal().after(NOON)).containsExactlyInAnyOrder("late", "later");
        assertThat(journal().after(NOON.minusSeconds(1))).hasSize(3);
        assertThat(journal().after(NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void whereThereIsNoJournalNobodyWasErased() {
        assertThat(journal().after(Instant.EPOCH)).isEmpty();
    }

    @Test
    void aLineThatThePowerCutShortHidesNoOther() throws IOException {
        journal().note("whole");
        Files.writeString(shelf().resolve(ErasureJournal.NAME), "2026-01-1\n\n", StandardOpenOption.APPEND);
        journal().note("next");

        assertThat(journal().after(Instant.EPOCH)).containsExactlyInAnyOrder("whole", "next");
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
