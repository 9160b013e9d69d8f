package io.github.mirrorball.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.Report;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingsTableTest {

    @Test
    void columnsStandUnderTheirHeads() {
        Report report = new Report(
                "Season",
                List.of(),
                List.of(
                        new Report.Row(1, "Ann \uD83D\uDC83", new BigDecimal("87.5"), 11, 17),
                        new Report.Row(10, "B", new BigDecimal("5"), 1, 2)));

        assertThat(StandingsTable.of(report))
                .isEqualTo(List.of(
                        "Rank  Fan    Points  Correct  Picked",
                        "   1  Ann \uD83D\uDC83    87.5       11      17",
                        "  10  B           5        1       2"));
    }

    @Test
    void withoutFansThereAreTheHeadsAlone() {
        assertThat(StandingsTable.of(new Report("Season", List.of(), List.of())))
                .isEqualTo(List.of("Rank  Fan  Points  Correct  Picked"));
    }
}
