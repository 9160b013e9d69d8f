package io.github.mirrorball.bench;

import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What {@code /standings} reads, in the store: with ten thousand fans on every table of twenty nights of three polls each, and more and
 * more seasons of other servers beside them.
 */
final class StandingsRead {

    private static final int FANS = 10_000;
    private static final int FANS_ELSEWHERE = 50;
    private static final int NIGHTS = 20;
    private static final int[] SEASONS = {1, 100, 1000};
    private static final int READS = 2000;
    private static final int PAGE = 15;
    private static final int MOST_MILLIS = 10;

    private final Sizes sizes;
    private final Random random = new Random(33);
    private int seasons;

    StandingsRead(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Row> rows(Path directory) {
        Clock clock = Clock.systemUTC();
        List<String> measured = new ArrayList<>();
        double worst = 0;
        try (Store store =
                Store.open(StoreSettings.embedded(directory.resolve("league")), clock, clock, Telemetry.NONE)) {
            long season = add(store, sizes.scaled(FANS));
            for (int many : SEASONS) {
                while (seasons < sizes.scaled(many)) {
                    add(store, FANS_ELSEWHERE);
                }
                Latencies took = read(store, season);
                worst = Math.max(worst, took.median());
                measured.add("%d: p50 %.2f ms, p99 %.1f ms".formatted(seasons, took.median(), took.p99()));
            }
        }
        return List.of(new Row(
                "`/standings` in the store, %,d fans × %d polls, by the number of seasons"
                        .formatted(sizes.scaled(FANS), NIGHTS * asked().size()),
                String.join("; ", measured),
                "",
                "p50 ≤ 10 ms, whatever else there is",
                worst <= MOST_MILLIS));
    }

    /** Adds a season in a server of its own, with fans on every table. */
    private long add(Store store, int fans) {
        seasons++;
        return store.transactions().inOne(() -> {
            long season = store.seasons().add(seasons, plan(), Posting.to(seasons), 1);
            List<Standing> rows = new ArrayList<>();
            for (int i = 0; i < fans; i++) {
                long fan = store.fans()
                        .ensure(new Voter(seasons, i + 1, "Fan " + i))
                        .id();
                rows.add(new Standing(i + 1, fan, "Fan " + i, BigDecimal.valueOf(fans - i), 3, 5));
            }
            store.standings()
                    .replace(
                            season,
                            IntStream.rangeClosed(Scope.ACCURACY.code(), NIGHTS)
                                    .mapToObj(code -> new Table(new Scope(code), rows, Totals.NONE))
                                    .toList());
            return season;
        });
    }

    private static List<Ask> asked() {
        return List.of(Ask.of(AskKind.ELIMINATION), Ask.of(AskKind.TOP_SCORE), Ask.of(AskKind.LOW_SCORE));
    }

    private static SeasonPlan plan() {
        return new SeasonPlan(
                "A Show",
                "A Season",
                ZoneOffset.UTC,
                IntStream.range(0, 24)
                        .mapToObj(i -> new Contestant(
                                "couple-" + i, "Somebody " + i, Optional.of("A Partner " + i), Optional.empty()))
                        .toList(),
                IntStream.rangeClosed(1, NIGHTS)
                        .mapToObj(i -> new Episode(
                                i,
                                "Night " + i,
                                LocalDateTime.parse("2026-01-05T20:00").plusWeeks(i),
                                Episode.USUAL_MINUTES,
                                asked()))
                        .toList(),
                List.of(),
                SeasonSettings.USUAL,
                Map.of());
    }

    private Latencies read(Store store, long season) {
        once(store, season, READS);
        return Latencies.of(once(store, season, READS));
    }

    /** All that the command asks the store, for any page and any fan. */
    private long[] once(Store store, long season, int reads) {
        int fans = sizes.scaled(FANS);
        long[] took = new long[reads];
        for (int i = 0; i < reads; i++) {
            int from = random.nextInt(fans) / PAGE * PAGE;
            long user = 1L + random.nextInt(fans);
            long begun = System.nanoTime();
            Optional<Season> known =
                    store.seasons().find(store.seasons().of(1).get(0).id());
            StandingsQuery board = StandingsQuery.of(season);
            int size = store.standings().size(board);
            List<Standing> page = store.standings().page(board, from, PAGE);
            Optional<Standing> own =
                    store.fans().find(1, user).flatMap(fan -> store.standings().of(board, fan.id()));
            took[i] = System.nanoTime() - begun;
            if (known.isEmpty() || size != fans || page.isEmpty() || own.isEmpty()) {
                throw new AssertionError("%d fans, %s, %s".formatted(size, page, own));
            }
        }
        return took;
    }
}
