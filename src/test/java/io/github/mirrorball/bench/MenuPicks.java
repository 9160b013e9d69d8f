package io.github.mirrorball.bench;

import io.github.mirrorball.stage.world.StageOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Picks by menu in one poll, beside the same on the bare bot: in turns, so that whatever else the machine does hits both. */
final class MenuPicks {

    private static final int FANS = 200;
    private static final int AT_ONCE = 32;
    private static final int PER_SECOND = 200;

    private final Sizes sizes;
    private final List<Latencies> ours = new ArrayList<>();
    private final List<Latencies> bare = new ArrayList<>();
    private final List<Double> ourMost = new ArrayList<>();
    private final List<Double> bareMost = new ArrayList<>();

    MenuPicks(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Row> rows(Path directory) {
        try (Measured floor = Measured.bare(directory.resolve("bare"));
                Measured bot = Measured.mirrorball(directory.resolve("mirrorball"), StageOptions.defaults())) {
            SmallSeason season =
                    SmallSeason.open(bot, "Ballroom fans", bot.clock().instant().plus(Duration.ofDays(3)));
            MenuFans fans = MenuFans.seated(season.server(), FANS, MenuFans.byButton(season.card()));
            MenuFans others = MenuFans.seated(
                    floor.stage().server("Ballroom fans"),
                    FANS,
                    MenuFans.byCommand(floor.stage().server("Ballroom fans").channel("ballroom")));
            warmUp(fans, others);
            for (int round = 0; round < sizes.rounds(); round++) {
                bare.add(others.openLoop(PER_SECOND, sizes.round()));
                ours.add(fans.openLoop(PER_SECOND, sizes.round()));
                bareMost.add(others.closedLoop(AT_ONCE, sizes.round()));
                ourMost.add(fans.closedLoop(AT_ONCE, sizes.round()));
            }
            requireKept(bot, season, fans);
            bot.requireGoodManners();
        }
        return List.of(open(), closed());
    }

    private void warmUp(MenuFans fans, MenuFans others) {
        others.closedLoop(AT_ONCE, sizes.warmUp());
        fans.closedLoop(AT_ONCE, sizes.warmUp());
        others.openLoop(PER_SECOND, sizes.warmUp());
        fans.openLoop(PER_SECOND, sizes.warmUp());
    }

    /** Every pick that was acknowledged last is the fan's. */
    private static void requireKept(Measured bot, SmallSeason season, MenuFans fans) {
        bot.settle();
        if (!fans.chosen().equals(Picks.of(bot, season.server().id()))) {
            throw new AssertionError("Picked " + fans.chosen() + ", but kept "
                    + Picks.of(bot, season.server().id()));
        }
    }

    private Row open() {
        double our = median(ours, Latencies::median);
        double floor = median(bare, Latencies::median);
        return new Row(
                "menu pick, 200/s open loop, dispatch → callback after the durable commit",
                "p50 %.2f ms, p99 %.1f ms%s".formatted(our, median(ours, Latencies::p99), unanswered()),
                "p50 %.2f ms, p99 %.1f ms; ratio %.2f".formatted(floor, median(bare, Latencies::p99), our / floor),
                "p50 ≤ 2 × bare",
                our <= 2 * floor);
    }

    private String unanswered() {
        long never = ours.stream().mapToLong(Latencies::unanswered).sum();
        return never == 0 ? "" : "; %d came too late to be answered and were dropped".formatted(never);
    }

    private Row closed() {
        double our = median(ourMost, each -> each);
        double floor = median(bareMost, each -> each);
        return new Row(
                "menu pick, closed loop, 32 fans at once in one poll",
                "%.0f/s".formatted(our),
                "%.0f/s; ratio %.2f".formatted(floor, our / floor),
                "≥ 0.6 × bare",
                our >= 0.6 * floor);
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
