package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    private void add(int episode, String points, boolean correct) {
        tally.add(OptionalInt.of(episode), new Verdict(true, correct, new BigDecimal(points)));
    }

    private static Totals totals(String points, int correct, int picked) {
        return new Totals(new BigDecimal(points), correct, picked);
    }

    @Test
    void everythingAddsUp() {
        add(1, "10.00", true);
        add(1, "0.00", false);
        add(2, "9.98", false);
        tally.add(OptionalInt.empty(), new Verdict(true, true, new BigDecimal("25.00")));

        assertThat(tally.total(OptionalInt.empty())).isEqualTo(totals("44.98", 2, 4));
    }

    @Test
    void voidPicksChangeNothing() {
        tally.add(OptionalInt.of(1), Verdict.VOID);

        assertThat(tally.total(OptionalInt.empty())).isEqualTo(totals("0.00", 0, 0));
    }

    @Test
    void theBestEpisodesCutPointsCorrectAndPickedAlike() {
        add(1, "10.00", true);
        add(1, "5.00", true);
        add(2, "0.00", false);
        add(3, "5.00", true);
        add(3, "0.00", false);

        assertThat(tally.total(OptionalInt.of(2))).isEqualTo(totals("20.00", 3, 4));
        assertThat(tally.total(OptionalInt.of(1))).isEqualTo(totals("15.00", 2, 2));
        assertThat(tally.total(OptionalInt.of(9))).isEqualTo(totals("20.00", 3, 5));
    }

    @Test
    void ofEpisodesWithEqualPointsTheOneWithMoreCorrectPicksCounts() {
        add(1, "10.00", false);
        add(2, "10.00", true);

        assertThat(tally.total(OptionalInt.of(1))).isEqualTo(totals("10.00", 1, 1));
    }

    @Test
    void ofEpisodesThatAreEqualInBothTheEarlierCounts() {
        add(5, "10.00", true);
        add(3, "10.00", true);
        add(3, "0.00", false);

        assertThat(tally.total(OptionalInt.of(1))).isEqualTo(totals("10.00", 1, 2));
    }

    @Test
    void itTellsWhatEachEpisodeCameTo() {
        add(2, "10.00", true);
        add(2, "5.00", true);
        tally.add(4, totals("1.00", 1, 3));
        tally.add(OptionalInt.empty(), new Verdict(true, true, new BigDecimal("25.00")));

        assertThat(tally.episodes()).containsExactlyInAnyOrder(2, 4);
        assertThat(tally.episode(2)).isEqualTo(totals("15.00", 2, 2));
        assertThat(tally.episode(4)).isEqualTo(totals("1.00", 1, 3));
        assertThat(tally.episode(3)).isEqualTo(Totals.NONE);
    }

    @Test
    void seasonLongPollsStayOutsideTheBest() {
        add(1, "10.00", true);
        tally.add(OptionalInt.empty(), new Verdict(true, true, new BigDecimal("25.00")));
        tally.add(OptionalInt.empty(), new Verdict(true, false, new BigDecimal("0.00")));

        assertThat(tally.total(OptionalInt.of(1))).isEqualTo(totals("35.00", 2, 3));
    }
}
