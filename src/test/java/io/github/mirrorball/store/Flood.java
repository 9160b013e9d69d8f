package io.github.mirrorball.store;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.poll.Voter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how fast picks are taken: through {@link CastPick}, each in a transaction of its own, by some threads into some polls. Every fifth
 * fan changes their mind. Not a test: it prints, and judges nothing.
 */
public final class Flood {

    private static final int[][] SHAPES = {{1, 1}, {8, 10}};
    private static final int WARM_UP = 20_000;
    private static final int ROUNDS = 3;
    private static final int MOST_TOGETHER = 50;

    private final League league;
    private final CastPick cast;
    private final String way;
    private int users;

    private Flood(League league, String way) {
        this.league = league;
        this.cast = league.cast();
        this.way = way;
    }

    /**
     * @param args {@code file} or {@code server}; {@code reaction}, {@code menu} or {@code together}, which is reactions in one transaction as
     *     lanes run those that wait; how many picks a round
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean onServer = args[0].equals("server");
        int picks = Integer.parseInt(args[2]);
        Path directory = Files.createTempDirectory(Path.of("target"), "flood");
        try (EmbeddedPostgres server = onServer ? durable() : null;
                League league = new League(
                        server == null ? StoreSettings.embedded(directory.resolve("league")) : settings(server))) {
            Flood flood = new Flood(league, args[1]);
            flood.round(8, 10, WARM_UP);
            for (int[] shape : SHAPES) {
                for (int round = 0; round < ROUNDS; round++) {
                    out.printf("%s %s: %s%n", args[0], args[1], flood.round(shape[0], shape[1], picks));
                }
            }
            if (!onServer) {
                out.printf(
                        "file: %d MB after %d picks%n",
                        Files.size(Backend.ending(directory.resolve("league"))) >> 20,
                        WARM_UP + picks * ROUNDS * SHAPES.length);
                long began = System.nanoTime();
                league.store.database().compact();
                out.printf(
                        "rewritten in %d ms: %d MB%n",
                        (System.nanoTime() - began) / 1_000_000,
                        Files.size(Backend.ending(directory.resolve("league"))) >> 20);
            }
        }
    }

    /** The test's server does not care for power failures; this one does. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static StoreSettings settings(EmbeddedPostgres server) {
        return StoreSettings.postgres(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "postgres");
    }

    private String round(int threads, int polls, int picks) throws Exception {
        long season = league.season();
        List<Poll> open =
                IntStream.range(0, polls).mapToObj(i -> league.open(season)).toList();
        int each = picks / threads;
        int first = users;
        users += each * threads;
        long began = System.nanoTime();
        long cpu = cpu();
        List<long[]> took = Together.run(threads, thread -> picks(first + thread * each, each, open, thread, threads));
        double seconds = (System.nanoTime() - began) / 1e9;
        long[] all = took.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        open.forEach(poll -> league.store.polls().save(poll.in(PollState.LOCKED)));
        return "%d threads, %2d polls: %6.0f picks/s, p50 %.3f ms, p99 %.3f ms, %.0f us of CPU a pick"
                .formatted(
                        threads,
                        polls,
                        all.length / seconds,
                        all[all.length / 2] / 1e6,
                        all[all.length * 99 / 100] / 1e6,
                        (cpu() - cpu) / 1e3 / all.length);
    }

    /** Each thread has polls of its own where there are enough, as lanes see to. */
    private long[] picks(int first, int number, List<Poll> open, int thread, int threads) {
        List<Poll> own = new ArrayList<>();
        for (int i = thread % open.size(); i < open.size(); i += threads) {
            own.add(open.get(i));
        }
        int atOnce = way.equals("together") ? MOST_TOGETHER : 1;
        long[] took = new long[number];
        for (int from = 0; from < number; from += atOnce) {
            int some = from;
            long began = System.nanoTime();
            league.store.transactions().repeatable(() -> {
                IntStream.range(some, Math.min(number, some + atOnce)).forEach(i -> pick(first, i, own));
                return some;
            });
            Arrays.fill(took, from, Math.min(number, from + atOnce), System.nanoTime() - began);
        }
        return took;
    }

    private void pick(int first, int i, List<Poll> own) {
        int fan = i % 5 == 4 ? i - 1 : i;
        long poll = own.get(fan / MOST_TOGETHER % own.size()).id();
        String outcome = fan == i ? "ada" : "ben";
        Voter voter = League.voter(first + fan);
        Receipt receipt =
                way.equals("menu") ? cast.pick(poll, voter, outcome) : cast.onReaction(poll, voter, outcome, true);
        if (!(receipt instanceof Receipt.Taken)) {
            throw new IllegalStateException("Not taken: " + receipt);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
