package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.standings.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class StandingsTest {

    private static final Verdict RIGHT = new Verdict(true, true, new BigDecimal("12.50"), 7);

    @AutoClose
    private final League league;

    private final Standings standings;
    private final long season;

    StandingsTest(Backend backend) {
        league = new League(backend);
        standings = league.store.standings();
        season = league.season();
    }

    @Test
    void verdictsAreReplacedWhole() {
        standings.replaceVerdicts(
                season, Map.of(1L, Map.of("ada", RIGHT, "ben", Verdict.VOID), 2L, Map.of("ada", RIGHT)));
        Map<Long, Map<String, Verdict>> newer = Map.of(2L, Map.of("ada", Verdict.VOID), 3L, Map.of("27.5", RIGHT));

        standings.replaceVerdicts(season, newer);

        assertThat(standings.verdicts(season)).isEqualTo(newer);
        assertThat(standings.verdicts(league.season())).isEmpty();
    }

    @Test
    void standingsAreReplacedWhole() {
        long other = league.season();
        standings.replace(other, season(rows(2)));
        standings.replace(season, season(rows(5)));

        standings.replace(season, season(rows(3)));

        assertThat(standings.page(StandingsQuery.of(season), 0, 100)).isEqualTo(rows(3));
        assertThat(standings.size(StandingsQuery.of(season))).isEqualTo(3);
        assertThat(standings.size(StandingsQuery.of(other))).isEqualTo(2);
        standings.replace(season, season(List.of()));
        assertThat(standings.page(StandingsQuery.of(season), 0, 100)).isEmpty();
    }

    @Test
    void whatAFewFansHadFromEachEpisodeLeavesOutTheOtherFansAndTheSeason() {
        standings.replace(
                season,
                List.of(
                        new Table(Scope.SEASON, rows(5), Totals.NONE),
                        new Table(Scope.ACCURACY, rows(5), Totals.NONE),
                        new Table(Scope.episode(2), rows(3), Totals.NONE),
                        new Table(Scope.episode(11), rows(5), Totals.NONE)));
        Standing second = rows(5).get(1);
        Standing fourth = rows(5).get(3);

        assertThat(standings.byEpisode(season, List.of(second.fan(), fourth.fan())))
                .isEqualTo(Map.of(
                        second.fan(), Map.of(2, totals(second), 11, totals(second)),
                        fourth.fan(), Map.of(11, totals(fourth))));
        assertThat(standings.byEpisode(season, List.of())).isEmpty();
        assertThat(standings.byEpisode(league.season(), List.of(second.fan()))).isEmpty();
    }

    private static Totals totals(Standing row) {
        return new Totals(row.points(), row.correct(), row.picked());
    }

    @Test
    void scopesAreApartAndOneThatIsLeftOutIsEmptyAfterwards() {
        StandingsQuery second = new StandingsQuery(season, Scope.episode(2), OptionalLong.empty());
        Table whole = new Table(Scope.SEASON, rows(3), new Totals(new BigDecimal("7.50"), 1, 2));
        standings.replace(season, List.of(whole, new Table(Scope.episode(2), rows(2), Totals.NONE)));

        assertThat(standings.page(StandingsQuery.of(season), 0, 9)).hasSize(3);
        assertThat(standings.page(second, 0, 9)).isEqualTo(rows(2));
        assertThat(standings.crowd(season, Scope.SEASON)).contains(whole.crowd());
        assertThat(standings.crowd(season, Scope.episode(2))).isEmpty();

        standings.replace(season, List.of(whole));
        assertThat(standings.page(StandingsQuery.of(season), 0, 9)).isEqualTo(rows(3));
        assertThat(standings.size(second)).isZero();
    }

    @Test
    void aTableThatDiffersInOneRowIsAsItWasGiven() {
        List<Standing> rows = new ArrayList<>(rows(5));
        standings.replace(season, season(rows));
        standings.replace(season, season(rows));
        assertThat(standings.page(StandingsQuery.of(season), 0, 10)).isEqualTo(rows);

        Standing last = rows.remove(4);
        rows.add(new Standing(
                last.rank(), last.fan(), last.name(), last.points(), last.correct(), last.picked() + 1, last.before()));
        standings.replace(season, season(rows));

        assertThat(standings.page(StandingsQuery.of(season), 0, 10)).isEqualTo(rows);
    }

    @Test
    void aRowKeepsTheRankBefore() {
        List<Standing> moved =
                rows(2).stream().map(row -> row.after(OptionalInt.of(9))).toList();
        standings.replace(season, season(rows(2)));
        standings.replace(season, season(moved));

        assertThat(standings.page(StandingsQuery.of(season), 0, 9)).isEqualTo(moved);
    }

    @Test
    void aPageIsARangeBestFirst() {
        List<Standing> rows = rows(1_200);
        standings.replace(season, season(rows));

        assertThat(standings.page(StandingsQuery.of(season), 0, 3)).isEqualTo(rows.subList(0, 3));
        assertThat(standings.page(StandingsQuery.of(season), 998, 4)).isEqualTo(rows.subList(998, 1_002));
        assertThat(standings.page(StandingsQuery.of(season), 1_199, Integer.MAX_VALUE))
                .isEqualTo(rows.subList(1_199, 1_200));
        assertThat(standings.page(StandingsQuery.of(season), 1_200, 10)).isEmpty();
    }

    @Test
    void oneFanIsFoundUnderTheNameTheyWereLastSeenWith() {
        List<Standing> rows = rows(3);
        standings.replace(season, season(rows));
        league.store.fans().ensure(new Voter(League.SERVER, 1, "Renamed"));

        Standing second = rows.get(1);
        assertThat(standings.of(StandingsQuery.of(season), second.fan()))
                .contains(new Standing(
                        second.rank(), second.fan(), "Renamed", second.points(), second.correct(), second.picked()));
        assertThat(standings.of(StandingsQuery.of(season), 404)).isEmpty();
    }

    private static List<Table> season(List<Standing> rows) {
        return List.of(new Table(Scope.SEASON, rows, Totals.NONE));
    }

    /** The first two share a rank. */
    private List<Standing> rows(int fans) {
        return league.store
                .transactions()
                .inOne(() -> IntStream.range(0, fans)
                        .mapToObj(i -> new Standing(
                                i == 1 ? 1 : i + 1,
                                league.fan(i),
                                "Fan " + i,
                                new BigDecimal("100.05").subtract(BigDecimal.valueOf(Math.max(1, i))),
                                3,
                                i + 3))
                        .toList());
    }
}
