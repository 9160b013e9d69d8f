package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final Standing ADA = new Standing(1, 1, "Ada", points(40), 4, 6);
    private static final Standing BEN = new Standing(2, 2, "Ben", points(30), 3, 6);
    private static final Standing CAT = new Standing(2, 3, "Cat", points(30), 3, 4);

    private static final Map<Long, Map<Integer, Totals>> EARNED = Map.of(
            1L, Map.of(1, totals(0, 0), 2, totals(20, 2), 4, totals(20, 2)),
            2L, Map.of(1, totals(10, 1), 2, totals(10, 1), 4, totals(10, 1)),
            3L, Map.of(2, totals(20, 2), 4, totals(10, 1)));

    @Test
    void pointsAddUpFromEpisodeToEpisodeAndEqualOnesShareTheRank() {
        Race race = Race.of(List.of(ADA, BEN, CAT), EARNED, OptionalInt.empty());

        assertThat(race.episodes()).containsExactly(1, 2, 4);
        assertThat(ranks(race, 0)).containsExactly(2, 1, 1);
        assertThat(ranks(race, 1)).containsExactly(1, 1, 2);
        assertThat(race.lines().get(1).now()).isEqualTo(BEN);
    }

    @Test
    void whoHasNoCountedPickYetHasNoRankYet() {
        Race race = Race.of(List.of(ADA, BEN, CAT), EARNED, OptionalInt.empty());

        assertThat(race.lines().get(2).ranks())
                .containsExactly(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(2));
    }

    @Test
    void theRaceEndsWhereTheStandingsStandThoughASeasonLongPollDecidedThem() {
        Standing winner = new Standing(1, 2, "Ben", points(55), 4, 7);

        Race race = Race.of(List.of(winner, new Standing(2, 1, "Ada", points(40), 4, 6)), EARNED, OptionalInt.empty());

        assertThat(ranks(race, 0)).containsExactly(1, 1, 1);
        assertThat(ranks(race, 1)).containsExactly(2, 1, 2);
    }

    @Test
    void onlyTheBestEpisodesCountWhereASeasonSaysSo() {
        Map<Long, Map<Integer, Totals>> earned = Map.of(
                1L, Map.of(1, totals(20, 2), 2, totals(20, 2), 3, totals(0, 0)),
                2L, Map.of(1, totals(30, 3), 2, totals(0, 0), 3, totals(30, 3)));

        Race race = Race.of(List.of(BEN, ADA), earned, OptionalInt.of(1));

        assertThat(ranks(race, 0)).containsExactly(1, 1, 2);
        assertThat(ranks(race, 1)).containsExactly(2, 2, 1);
    }

    @Test
    void aSeasonWithoutResultsHasNoRace() {
        assertThat(Race.of(List.of(), Map.of(), OptionalInt.empty())).isEqualTo(new Race(List.of(), List.of()));
    }

    private static List<Integer> ranks(Race race, int line) {
        return race.lines().get(line).ranks().stream()
                .map(OptionalInt::getAsInt)
                .toList();
    }

    private static Totals totals(int points, int correct) {
        return new Totals(points(points), correct, 2);
    }

    private static BigDecimal points(int points) {
        return new BigDecimal(points + ".00");
    }
}
