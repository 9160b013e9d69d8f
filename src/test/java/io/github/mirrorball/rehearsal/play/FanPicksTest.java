package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FanPicksTest {

    private static final List<String> OUTCOMES = List.of("ann", "bea", "none");
    private static final PollQuestion ONE = new PollQuestion(OptionalInt.of(1), "elimination");
    private static final PollQuestion TWO = new PollQuestion(OptionalInt.of(2), "elimination");

    @Test
    void theSameSeedPicksTheSame() {
        assertThat(new FanPicks(50, 7).picks(ONE, OUTCOMES)).isEqualTo(new FanPicks(50, 7).picks(ONE, OUTCOMES));
    }

    @Test
    void anotherSeedOrQuestionPicksOtherwise() {
        assertThat(new FanPicks(50, 7).picks(ONE, OUTCOMES))
                .isNotEqualTo(new FanPicks(50, 8).picks(ONE, OUTCOMES))
                .isNotEqualTo(new FanPicks(50, 7).picks(TWO, OUTCOMES));
    }

    @Test
    void mostFansPickAndEveryOutcomeIsPicked() {
        assertThat(new FanPicks(200, 1).picks(ONE, OUTCOMES))
                .hasSizeBetween(150, 199)
                .containsValues(OUTCOMES.toArray(String[]::new));
    }

    @Test
    void fansAreNumberedSoThatTheirNamesSort() {
        assertThat(new FanPicks(2, 1).fans()).isEqualTo(List.of("fan-001", "fan-002"));
        assertThat(new FanPicks(1000, 1).fans()).startsWith("fan-0001").isSorted();
    }

    @Test
    void whereThereIsNothingToPickNobodyPicks() {
        assertThat(new FanPicks(50, 7).picks(ONE, List.of())).isEmpty();
    }
}
