package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static Standing standing(long fan, String name, String points) {
        return new Standing(1, fan, name, new BigDecimal(points), 1, 1);
    }

    private static Change change(long fan, String name, String before, String after) {
        return new Change(fan, name, new BigDecimal(before), new BigDecimal(after));
    }

    @Test
    void theLargestDifferenceComesFirstWhicheverWayItGoes() {
        List<Standing> before =
                List.of(standing(1, "Ada", "30.00"), standing(2, "Ben", "20.00"), standing(3, "Cat", "5.00"));
        List<Standing> after =
                List.of(standing(2, "Ben", "27.00"), standing(1, "Ada", "20.00"), standing(3, "Cat", "6.00"));

        assertThat(Change.between(before, after))
                .containsExactly(
                        change(1, "Ada", "30.00", "20.00"),
                        change(2, "Ben", "20.00", "27.00"),
                        change(3, "Cat", "5.00", "6.00"));
    }

    @Test
    void whoComesOrGoesHasNothingOnTheOtherSide() {
        assertThat(Change.between(List.of(standing(1, "Ada", "3.00")), List.of(standing(2, "Ben", "4.00"))))
                .containsExactly(change(2, "Ben", "0.00", "4.00"), change(1, "Ada", "3.00", "0.00"));
    }

    @Test
    void equalPointsAreNoChangeHoweverTheyAreWritten() {
        assertThat(Change.between(
                        List.of(standing(1, "Ada", "10"), standing(2, "Ben", "0.00")),
                        List.of(standing(1, "Ada", "10.00"))))
                .isEmpty();
    }

    @Test
    void equalDifferencesAreInTheOrderOfNamesAndThenOfFans() {
        List<Standing> after =
                List.of(standing(9, "Ben", "1.00"), standing(5, "Ada", "1.00"), standing(3, "Ben", "1.00"));

        assertThat(Change.between(List.of(), after)).extracting(Change::fan).containsExactly(5L, 3L, 9L);
    }

    @Test
    void aChangeHasTheNewestName() {
        assertThat(Change.between(List.of(standing(1, "Ada", "1.00")), List.of(standing(1, "Adele", "2.00"))))
                .extracting(Change::name)
                .containsExactly("Adele");
    }
}
