package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mirrorball.poll.Fan;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {

    private final Map<Fan, Totals> fans = new HashMap<>();

    private void fan(String name, String points, int correct, int picked) {
        long id = 100L - fans.size();
        fans.put(new Fan(id, 1, id, name), new Totals(new BigDecimal(points), correct, picked));
    }

    @Test
    void equalFansShareARankAndAsManyAreSkipped() {
        fan("Dee", "5.00", 1, 3);
        fan("Cem", "10.00", 1, 3);
        fan("Bo", "10.00", 1, 9);
        fan("Al", "20.00", 2, 3);

        assertThat(Ranking.of(fans))
                .extracting(Standing::rank, Standing::name)
                .containsExactly(tuple(1, "Al"), tuple(2, "Bo"), tuple(2, "Cem"), tuple(4, "Dee"));
    }

    @Test
    void equalPointsAreToldApartByCorrectPicksAndNeverByName() {
        fan("Al", "10.00", 1, 1);
        fan("Zoe", "10.00", 2, 9);

        assertThat(Ranking.of(fans))
                .extracting(Standing::rank, Standing::name)
                .containsExactly(tuple(1, "Zoe"), tuple(2, "Al"));
    }

    @Test
    void pointsAreComparedAsNumbers() {
        fan("Al", "9.5", 1, 1);
        fan("Bo", "10", 1, 1);
        fan("Cem", "9.50", 1, 1);

        assertThat(Ranking.of(fans)).extracting(Standing::rank).containsExactly(1, 2, 2);
    }

    @Test
    void aFanWithoutACountedPickDoesNotAppear() {
        fan("Al", "0.00", 0, 0);
        fan("Bo", "0.00", 0, 1);

        assertThat(Ranking.of(fans)).extracting(Standing::name).containsExactly("Bo");
        assertThat(Ranking.of(Map.of())).isEmpty();
    }

    @Test
    void someOfThemAreRankedAmongThemselves() {
        fan("Al", "20.00", 2, 3);
        fan("Bo", "10.00", 1, 9);
        fan("Cem", "10.00", 1, 3);
        fan("Dee", "5.00", 1, 3);

        assertThat(Ranking.among(Set.copyOf(Ranking.of(fans).subList(1, 4))))
                .extracting(Standing::rank, Standing::name)
                .containsExactly(tuple(1, "Bo"), tuple(1, "Cem"), tuple(3, "Dee"));
    }

    @Test
    void aStandingSaysAllThatWasCounted() {
        fan("Al", "12.34", 2, 5);

        assertThat(Ranking.of(fans)).isEqualTo(List.of(new Standing(1, 100, "Al", new BigDecimal("12.34"), 2, 5)));
    }

    private static Ranking.Earned earned(String name, int correct, int picked) {
        Fan fan = new Fan(name.charAt(0), 1, 1, name);
        return new Ranking.Earned(fan, new Totals(new BigDecimal("5.00"), correct, picked));
    }

    @Test
    void accuracyRanksByTheShareOfRightPicksThenByHowManyThoseAre() {
        List<Ranking.Earned> all = List.of(
                earned("Al", 1, 2), earned("Bo", 2, 3), earned("Cem", 2, 4), earned("Dee", 1, 2), earned("Eve", 0, 9));

        assertThat(Ranking.byAccuracy(all, 1))
                .extracting(Standing::rank, Standing::name)
                .containsExactly(tuple(1, "Bo"), tuple(2, "Cem"), tuple(3, "Al"), tuple(3, "Dee"), tuple(5, "Eve"));
    }

    @Test
    void accuracyLeavesOutWhoPickedTooSeldom() {
        List<Ranking.Earned> all = List.of(earned("Al", 1, 1), earned("Bo", 1, 2), earned("Cem", 0, 0));

        assertThat(Ranking.byAccuracy(all, 2)).extracting(Standing::name).containsExactly("Bo");
        assertThat(Ranking.byAccuracy(all, 0)).extracting(Standing::name).containsExactly("Al", "Bo");
    }

    @Test
    void aStandingHasTheRankThatItsFanHadBefore() {
        List<Ranking.Earned> both = List.of(earned("Al", 1, 1), earned("Bo", 1, 1));

        assertThat(Ranking.of(both, Map.of((long) 'B', 3)))
                .extracting(Standing::before)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(3));
    }

    @Test
    void ranksAmongSomeStartAtOneAndForgetTheRankBefore() {
        Standing tenth = new Standing(10, 1, "Al", new BigDecimal("7.50"), 2, 3, OptionalInt.of(4));
        Standing twelfth = new Standing(12, 2, "Bo", new BigDecimal("6.00"), 1, 3);

        assertThat(Ranking.among(List.of(twelfth, tenth)))
                .containsExactly(
                        new Standing(1, 1, "Al", new BigDecimal("7.50"), 2, 3),
                        new Standing(2, 2, "Bo", new BigDecimal("6.00"), 1, 3));
        assertThat(tenth.after(OptionalInt.of(9)).before()).hasValue(9);
        assertThat(Ranking.among(List.of())).isEmpty();
    }
}
