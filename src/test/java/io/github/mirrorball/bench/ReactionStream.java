package io.github.mirrorball.bench;

import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reactions at a steady pace over ten polls: how long until each is durable, and what they leave in memory. */
final class ReactionStream {

    private static final int POLLS = 10;
    private static final int PER_SECOND = 1000;
    private static final int SECONDS = 60;
    private static final int WARM_UP = 60;
    private static final int MOST_MILLIS = 10;

    /** Megabytes by which the measuring of a heap is off. */
    private static final int FLAT = 8;

    private final Sizes sizes;
    private final List<Voting> votings = new ArrayList<>();

    ReactionStream(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Row> rows(Path directory) {
        try (Measured bot = Measured.mirrorball(directory, StageOptions.defaults())) {
            for (int i = 0; i < POLLS; i++) {
                SmallSeason season = SmallSeason.open(
                        bot, "Server " + i, bot.clock().instant().plus(Duration.ofDays(3)));
                votings.add(new Voting(season));
            }
            int warm = sizes.scaled(PER_SECOND * WARM_UP / POLLS);
            int each = sizes.scaled(PER_SECOND * SECONDS / POLLS);
            run(bot, 0, warm);
            double before = bot.heap();
            Latencies took = run(bot, warm, each);
            double after = bot.heap();
            bot.requireGoodManners();
            return List.of(row(each * POLLS, took, before, after));
        }
    }

    /** Everybody votes; returns when all of it is counted. */
    private Latencies run(Measured bot, int from, int each) {
        List<List<StageUser>> fans =
                votings.stream().map(voting -> voting.fans(from, each)).toList();
        bot.ask("decided");
        long[] times = new long[each * POLLS];
        Pace.keep(PER_SECOND, times.length, i -> {
            times[i] = System.nanoTime();
            votings.get(i % POLLS).vote(fans.get(i % POLLS).get(i / POLLS), i / POLLS);
        });
        bot.settle();
        votings.forEach(voting -> requireAll(voting.standing(), voting.counted(bot)));
        long[] durable = Decided.durable(Path.of(bot.ask("decided")));
        if (durable.length != times.length) {
            throw new AssertionError("%d reactions were sent, %d decided".formatted(times.length, durable.length));
        }
        for (int i = 0; i < times.length; i++) {
            times[i] = durable[i] - times[i];
        }
        return Latencies.of(times);
    }

    private static void requireAll(List<Integer> standing, List<Integer> counted) {
        if (!standing.equals(counted)) {
            throw new AssertionError("Reactions were lost or doubled: " + standing + " stand, counted are " + counted);
        }
    }

    private static Row row(int count, Latencies took, double before, double after) {
        return new Row(
                "reaction picks, %,d/s for %d s over %d polls".formatted(PER_SECOND, count / PER_SECOND, POLLS),
                "none of %,d lost; dispatch → durable p50 %.2f ms, p99 %.1f ms; live heap %.1f → %.1f MB"
                        .formatted(count, took.median(), took.p99(), before, after),
                "",
                "none lost, p50 ≤ 10 ms, heap flat",
                took.median() <= MOST_MILLIS && after - before <= FLAT);
    }
}
