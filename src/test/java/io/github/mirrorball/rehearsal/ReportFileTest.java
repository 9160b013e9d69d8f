package io.github.mirrorball.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFileTest {

    @TempDir
    private Path directory;

    @Test
    void itSaysWhatWasAskedWhatWasRightAndWhoStandsWhere() throws IOException {
        Map<String, Integer> picks = new LinkedHashMap<>();
        picks.put("zoe", 3);
        picks.put("none", 1);
        Report report = new Report(
                "Season É",
                List.of(
                        new Report.PollReport(
                                OptionalInt.of(2), "elimination", "resolved", List.of("zoe", "amy"), picks),
                        new Report.PollReport(OptionalInt.empty(), "winner", "locked", List.of(), Map.of())),
                List.of(new Report.Row(1, "fan-001", new BigDecimal("95"), 11, 17)));

        assertThat(written(report)).isEqualToIgnoringWhitespace("""
                        {"season": "Season É", "polls": [
                          {"episode": 2, "asks": "elimination", "result": ["zoe", "amy"], "picks": {"zoe": 3, "none": 1}},
                          {"asks": "winner", "result": [], "picks": {}}],
                         "standings": [{"rank": 1, "fan": "fan-001", "points": 95, "correct": 11, "picked": 17}]}
                        """);
    }

    @ParameterizedTest
    @CsvSource({"87.50, 87.5", "1E+2, 100", "0.00, 0", "12.25, 12.25"})
    void pointsArePlainNumbersWithoutTrailingZeros(String points, String written) throws IOException {
        Report report =
                new Report("Season", List.of(), List.of(new Report.Row(1, "fan", new BigDecimal(points), 0, 0)));

        assertThat(written(report)).containsPattern("\"points\" ?: ?" + written.replace(".", "\\.") + ",");
    }

    private String written(Report report) throws IOException {
        Path file = directory.resolve("report.json");
        ReportFile.write(report, file);
        return Files.readString(file);
    }
}
