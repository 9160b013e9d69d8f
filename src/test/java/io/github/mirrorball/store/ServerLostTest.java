package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Receipt;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections to the server are cut, and the server goes and comes back, while picks flow: fans wait a little, and that is all. */
class ServerLostTest {

    private static final int FANS = 4;
    private static final int PICKS = 60;
    private static final int CUTS = 8;

    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<EmbeddedPostgres> servers = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path directory;

    @Test
    void picksGoOnWhenTheirConnectionsAreCut() throws Exception {
        StoreSettings settings = Backend.POSTGRES.fresh();
        String url = settings.place().toString();
        String cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + url.substring(url.lastIndexOf('/') + 1) + "'";

        try (League league = new League(settings)) {
            everyPickIsTaken(league, () -> {
                for (int time = 1; time <= CUTS; time++) {
                    awaitTaken(time * FANS * PICKS / (CUTS + 1));
                    Backend.Server.run(cut);
                }
            });
        }
    }

    @Test
    void picksGoOnWhenTheServerIsRestarted() throws Exception {
        int port = start(0);
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";

        try (League league = new League(StoreSettings.postgres(url, "postgres", "postgres"))) {
            everyPickIsTaken(league, () -> {
                awaitTaken(FANS * PICKS / 2);
                servers.remove().close();
                start(port);
            });
        }
    }

    private void everyPickIsTaken(League league, Trouble trouble) throws Exception {
        long season = league.season();
        List<Poll> polls =
                IntStream.range(0, FANS).mapToObj(i -> league.open(season)).toList();
        CastPick cast = league.cast();

        List<List<Receipt>> receipts = Together.run(
                FANS + 1, thread -> thread == FANS ? happened(trouble) : picks(cast, polls.get(thread), thread));

        assertThat(receipts.stream().flatMap(List::stream).toList())
                .hasSize(FANS * PICKS)
                .hasOnlyElementsOfType(Receipt.Taken.class);
        polls.forEach(poll -> assertThat(league.store.picks().tally(poll.id())).isEqualTo(Map.of("ada", PICKS)));
    }

    private static List<Receipt> happened(Trouble trouble) {
        try {
            trouble.happen();
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Receipt> picks(CastPick cast, Poll poll, int thread) {
        return IntStream.range(0, PICKS)
                .mapToObj(i -> {
                    Receipt receipt = cast.pick(poll.id(), League.voter(1000L * thread + i), "ada");
                    taken.incrementAndGet();
                    return receipt;
                })
                .toList();
    }

    private void awaitTaken(int number) {
        await().until(() -> taken.get() >= number);
    }

    /** Starts the server on a port, or on a free one if it is 0, and tells which. */
    private int start(int port) throws IOException {
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false);
        servers.add((port == 0 ? server : server.setPort(port)).start());
        return servers.element().getPort();
    }

    @AfterEach
    void stop() throws IOException {
        for (EmbeddedPostgres server : servers) {
            server.close();
        }
    }

    private interface Trouble {
        void happen() throws IOException;
    }
}
