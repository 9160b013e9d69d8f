package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static Verdict verdict(boolean correct, String points, int fans) {
        return new Verdict(true, correct, new BigDecimal(points), fans);
    }

    @Test
    void itPicksWhatMostFansPicked() {
        assertThat(Crowd.of(Map.of(
                        "ann", verdict(false, "0.00", 3),
                        "bob", verdict(true, "10.00", 4),
                        "cat", verdict(false, "0.00", 1))))
                .contains(verdict(true, "10.00", 4));
    }

    @Test
    void itAbstainsWhereTwoOutcomesHaveAsMany() {
        assertThat(Crowd.of(Map.of(
                        "ann", verdict(false, "0.00", 4),
                        "bob", verdict(true, "10.00", 4),
                        "cat", verdict(false, "0.00", 1))))
                .isEmpty();
    }

    @Test
    void voidPicksAreNoPartOfIt() {
        Verdict voided = new Verdict(false, false, new BigDecimal("0.00"), 9);

        assertThat(Crowd.of(Map.of("ann", voided, "bob", verdict(true, "5.00", 1))))
                .contains(verdict(true, "5.00", 1));
        assertThat(Crowd.of(Map.of("ann", voided))).isEmpty();
        assertThat(Crowd.of(Map.of())).isEmpty();
    }
}
