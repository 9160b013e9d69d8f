package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Reading stays quick with 10,000 fans and a table each of the season and its episodes. */
@OnBothDatabases
class LargeStandingsTest {

    private static final int FANS = 10_000;
    private static final int EPISODES = 2;
    private static final Duration QUICK = Duration.ofMillis(10);

    @AutoClose
    private final League league;

    LargeStandingsTest(Backend backend) {
        league = new League(backend);
    }

    @Test
    void aPageOneRowAndTheNumberOfRowsAreReadInTenMilliseconds() {
        long season = league.season();
        List<Standing> rows = rows();
        List<Table> tables = new ArrayList<>(List.of(new Table(Scope.SEASON, rows, Totals.NONE)));
        IntStream.rangeClosed(1, EPISODES)
                .forEach(episode -> tables.add(new Table(Scope.episode(episode), rows, Totals.NONE)));
        league.store.standings().replace(season, tables);

        Duration quickest = Duration.ofDays(1);
        for (int i = 0; i < 50; i++) {
            Duration took = read(season, rows.get(FANS - 1 - i).fan());
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        assertThat(quickest).isLessThan(QUICK);
    }

    private Duration read(long season, long fan) {
        StandingsQuery board = StandingsQuery.of(season);
        long began = System.nanoTime();
        assertThat(league.store.standings().page(board, 9_000, 15)).hasSize(15);
        assertThat(league.store.standings().of(board, fan)).isPresent();
        assertThat(league.store.standings().size(board)).isEqualTo(FANS);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private List<Standing> rows() {
        return league.store
                .transactions()
                .inOne(() -> IntStream.range(0, FANS)
                        .mapToObj(
                                i -> new Standing(i + 1, league.fan(i), "Fan " + i, BigDecimal.valueOf(FANS - i), 3, 5))
                        .toList());
    }
}
