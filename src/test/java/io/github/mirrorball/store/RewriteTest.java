package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewriteTest {

    private static final int FANS = 300;

    @TempDir
    private Path directory;

    @Test
    void theFileIsRewrittenWhilePicksAreTakenAndKeepsThemAll() throws Exception {
        Path file = directory.resolve("league");
        StoreSettings settings = StoreSettings.embedded(file);
        Poll poll;
        try (League league = new League(settings)) {
            poll = league.open(league.season());
            CastPick cast = league.cast();

            List<List<Receipt>> receipts =
                    Together.run(3, thread -> thread == 2 ? rewritten(league) : picks(cast, poll, thread * FANS));
            long before = size(file);
            assertThat(league.store.database().compact()).isTrue();

            assertThat(receipts.get(0)).hasOnlyElementsOfType(Receipt.Taken.class);
            assertThat(receipts.get(1)).hasOnlyElementsOfType(Receipt.Taken.class);
            assertThat(size(file)).isLessThan(before);
            assertThat(league.store.picks().tally(poll.id())).isEqualTo(Map.of("ada", 2 * FANS));
        }

        try (League league = new League(settings)) {
            assertThat(league.store.picks().tally(poll.id())).isEqualTo(Map.of("ada", 2 * FANS));
        }
    }

    @Test
    void aFileThatHoldsHardlyAnythingOfUseIsRewritten() throws Exception {
        Path file = directory.resolve("league");
        try (League league = new League(StoreSettings.embedded(file))) {
            Poll poll = league.open(league.season());
            picks(league.cast(), poll, 0);
            fillAndEmpty(league.store.database().connections());
            assertThat(size(file)).isGreaterThan(40L << 20);

            league.store.database().compactIfWorthIt();

            assertThat(size(file)).isLessThan(4L << 20);
            assertThat(league.store.picks().tally(poll.id())).isEqualTo(Map.of("ada", FANS));
        }
    }

    private static void fillAndEmpty(Connections connections) {
        connections.run(handle -> handle.execute("CREATE TABLE passing (number INT PRIMARY KEY, padding VARCHAR)"));
        connections.run(handle -> handle.execute(
                "INSERT INTO passing SELECT x, REPEAT('passing ' || x, 320) FROM SYSTEM_RANGE(1, 12000)"));
        connections.run(handle -> handle.execute("DROP TABLE passing"));
    }

    private static List<Receipt> rewritten(League league) {
        for (int i = 0; i < 3; i++) {
            league.store.database().compact();
        }
        return List.of();
    }

    private static List<Receipt> picks(CastPick cast, Poll poll, int first) {
        return IntStream.range(first, first + FANS)
                .mapToObj(user -> cast.pick(poll.id(), League.voter(user), "ada"))
                .toList();
    }

    private static long size(Path file) {
        try {
            return Files.size(Backend.ending(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
