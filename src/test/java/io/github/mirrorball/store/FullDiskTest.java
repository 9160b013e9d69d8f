package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of twelve megabytes that is filled up while picks flow, and freed. Needs the right to mount one. */
class FullDiskTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final Set<Integer> saved = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=12m", "mirrorball-test", directory.toString()),
                "no right to mount a small disk");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "--lazy", directory.toString());
    }

    @Test
    void picksGoOnOnceThereIsSpaceAgainAndNoneThatWasSavedIsLost() throws Exception {
        Path file = directory.resolve("league");
        Poll poll;
        try (League league = new League(StoreSettings.embedded(file))) {
            poll = league.open(league.season());
            Thread fans = new Thread(() -> pick(league.cast(), poll.id()));
            fans.start();
            await().atMost(SOON).until(() -> saved.size() > 20);

            fill();
            assertThatThrownBy(() -> grow(league)).isInstanceOf(StoreException.class);
            Files.delete(directory.resolve("filler"));
            int before = saved.size();
            await().atMost(SOON).until(() -> saved.size() > before + 20);

            over.set(true);
            fans.join();
            assertThat(failed).hasValue(0);
            assertThat(league.store.picks().tally(poll.id()).get("ada")).isEqualTo(saved.size());
        }
        try (League league = new League(StoreSettings.embedded(file))) {
            assertThat(league.store.picks().tally(poll.id()).get("ada")).isEqualTo(saved.size());
        }
    }

    @Test
    void aStoreWhoseDiskStaysFullIsClosedWithoutAFuss() throws Exception {
        AtomicBoolean hopeless = new AtomicBoolean();
        try (League league = new League(StoreSettings.embedded(directory.resolve("league")))) {
            Poll poll = league.open(league.season());
            league.store.setHopelessListener(() -> hopeless.set(true));
            Thread fans = new Thread(() -> pick(league.cast(), poll.id()));
            fans.start();
            await().atMost(SOON).until(() -> saved.size() > 20);
            fill();
            assertThatThrownBy(() -> grow(league)).isInstanceOf(StoreException.class);
            over.set(true);
            fans.interrupt();
            fans.join();
        }
        assertThat(hopeless).isFalse();
    }

    private void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(directory.resolve("filler"))) {
            while (directory.toFile().getUsableSpace() > 0) {
                filler.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** There may be room for small things in the file itself. */
    private static void grow(League league) {
        league.store.database().connections().run(handle -> {
            handle.execute("CREATE TABLE IF NOT EXISTS large (content VARCHAR)");
            handle.execute("INSERT INTO large VALUES (?)", "large ".repeat(2_000_000));
        });
    }

    private void pick(CastPick cast, long poll) {
        for (int user = 0; !over.get(); user++) {
            try {
                if (cast.pick(poll, League.voter(user), "ada") instanceof Receipt.Taken) {
                    saved.add(user);
                }
            } catch (StoreException notSaved) {
                failed.incrementAndGet();
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }
}
