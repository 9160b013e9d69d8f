package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 1", "3, 2", "4, 2", "5, 3", "22, 11"})
    void whoeverPickedInHalfOfTheResolvedPollsIsRanked(int resolved, int least) {
        assertThat(Accuracy.least(resolved)).isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 5, 0",
        "1, 3, 33",
        "1, 2, 50",
        "1, 8, 13",
        "2, 3, 67",
        "1, 200, 1",
        "1, 201, 0",
        "7, 7, 100"
    })
    void theShareOfRightPicksIsRoundedHalfUp(int correct, int picked, int percent) {
        assertThat(Accuracy.percent(correct, picked)).isEqualTo(percent);
    }
}
