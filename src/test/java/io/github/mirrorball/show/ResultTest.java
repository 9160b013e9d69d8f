package io.github.mirrorball.show;

import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void totalsAreExactSumsRoundedOnceAtTheEnd() {
        Result result = marked(left(), "ann 9.6666 9.6666 9.6666", "bob 9.004 9.001", "cat 0.0049", "dan 0.005");

        assertThat(result.totals())
                .isEqualTo(Map.of(
                        "ann", new BigDecimal("29.00"),
                        "bob", new BigDecimal("18.01"),
                        "cat", new BigDecimal("0.00"),
                        "dan", new BigDecimal("0.01")));
    }

    @Test
    void panelsMayHaveAnySizeAndMarksNoCeiling() {
        Result result = marked(left(), "ann 7", "bob 10.75 9.75 9.75 10.75", "cat 1000");

        assertThat(result.totals())
                .isEqualTo(Map.of(
                        "ann", new BigDecimal("7.00"),
                        "bob", new BigDecimal("41.00"),
                        "cat", new BigDecimal("1000.00")));
    }

    @Test
    void whoHasNoMarksHasNoTotal() {
        assertThat(marked(left(), "ann 7", "bob").totals()).containsOnlyKeys("ann");
        assertThat(Result.NOTHING.totals()).isEmpty();
    }

    @Test
    void goneAreTheEliminatedAndTheWithdrawn() {
        assertThat(withdrew(left("ann", "bob"), "cat").gone()).containsExactlyInAnyOrder("ann", "bob", "cat");
        assertThat(withdrew(Result.NOTHING, "cat").gone()).containsExactly("cat");
    }

    @Test
    void nobodyChangesAResultAfterwards() {
        List<BigDecimal> panel = new ArrayList<>(List.of(BigDecimal.ONE));
        Map<String, List<BigDecimal>> marks = new HashMap<>(Map.of("ann", panel));
        Result result = new Result(Optional.empty(), List.of(), Optional.of(marks), Map.of("ann", 1), Map.of());

        panel.add(BigDecimal.TEN);
        marks.clear();

        assertThat(result.totals()).isEqualTo(Map.of("ann", new BigDecimal("1.00")));
        assertThat(result.marks().orElseThrow()).isUnmodifiable();
        assertThat(result.placements()).isUnmodifiable();
        assertThat(result.answers()).isUnmodifiable();
    }
}
