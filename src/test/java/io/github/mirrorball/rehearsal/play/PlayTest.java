package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.rehearsal.Rehearse;
import io.github.mirrorball.rehearsal.play.Play.Played;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The real bot and the real JDA play season 33 on the stage. */
class PlayTest {

    private static final int QUESTIONS = 18;
    private static final int FANS = 20;

    @TempDir
    private Path directory;

    @Test
    void aSeasonPlayedToItsEndHasEveryPollResolvedAndEveryPickCounted() throws IOException {
        Tallying picker = new Tallying(new FanPicks(FANS, 1));

        Played played = play(picker);

        assertThat(played.uncast()).isZero();
        Report report = played.report();
        assertThat(report.polls()).hasSize(QUESTIONS).allSatisfy(poll -> {
            assertThat(poll.state()).isEqualTo("resolved");
            assertThat(poll.result()).isNotEmpty();
        });
        assertThat(report.polls().stream()
                        .flatMap(poll -> poll.picks().values().stream())
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(picker.picked)
                .isEqualTo(
                        report.standings().stream().mapToInt(Report.Row::picked).sum());
        assertThat(report.standings())
                .hasSize(FANS)
                .extracting(Report.Row::rank)
                .isSorted()
                .startsWith(1);
        assertThat(report.standings()).extracting(Report.Row::points).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void aFanWhoIsAlwaysRightGetsEveryPointAndOneWhoPicksTheGoneGetsNone() throws IOException {
        SeasonScript season = season();
        Map<String, Object> file = Map.of("fans", List.of("always", "never"), "picks", lines(season));

        Played played = play(PicksFile.read(new ObjectMapper().writeValueAsBytes(file), season));

        assertThat(played.report().standings())
                .isEqualTo(List.of(
                        new Report.Row(1, "always", new BigDecimal("155"), QUESTIONS, QUESTIONS),
                        new Report.Row(2, "never", new BigDecimal("0"), 0, 1)));
        assertThat(played.uncast()).isEqualTo(1);
    }

    @Test
    void theCommandPrintsTheStandingsAndWritesTheReport() throws IOException {
        Path file = directory.resolve("report.json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printing = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = new CommandLine(new Rehearse(new Terminal(printing, printing, false)))
                .execute("--headless", "--fans", "3", "--seed", "5", "--report", file.toString());

        assertThat(code).isZero();
        JsonNode report = new ObjectMapper().readTree(Files.readString(file));
        assertThat(report.path("season").textValue()).isEqualTo("Dancing with the Stars, season 33");
        assertThat(report.path("polls")).hasSize(QUESTIONS);
        assertThat(report.path("standings")).hasSize(3);
        JsonNode first = report.path("standings").path(0);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Rank  Fan")
                .contains("   1  " + first.path("fan").textValue() + "  ");
    }

    private Played play(Picker picker) throws IOException {
        try (Play play = new Play(season(), picker, false, directory.resolve("data"));
                Progress progress =
                        new Lines(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))) {
            return play.play(progress);
        }
    }

    private static SeasonScript season() throws IOException {
        try (InputStream file = Objects.requireNonNull(Rehearse.class.getResourceAsStream("season-33.json"))) {
            return SeasonScript.read(file.readAllBytes());
        }
    }

    /** The right answers of one fan; of another a wrong one, and one that is gone by then. */
    private static List<Map<String, Object>> lines(SeasonScript season) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PollQuestion question : season.questions()) {
            int episode = question.episode().orElseThrow();
            Result result = season.plan().results().get(episode);
            lines.add(line("always", episode, question.asks(), right(question.asks(), result)));
        }
        lines.add(line("never", 1, "elimination", "tori-spelling"));
        lines.add(line("never", 3, "elimination", "tori-spelling"));
        return lines;
    }

    private static Map<String, Object> line(String fan, int episode, String asks, String pick) {
        return Map.of("fan", fan, "episode", episode, "asks", asks, "pick", pick);
    }

    private static String right(String asks, Result result) {
        return switch (AskKind.named(asks).orElseThrow()) {
            case ELIMINATION ->
                result.eliminated().orElseThrow().stream().findFirst().orElse(Contestant.NO_ONE);
            case TOP_SCORE ->
                Collections.max(result.totals().entrySet(), Map.Entry.comparingByValue())
                        .getKey();
            default ->
                Collections.min(result.placements().entrySet(), Map.Entry.comparingByValue())
                        .getKey();
        };
    }

    /** Counts what another picker picks. */
    private static final class Tallying implements Picker {

        private final Picker other;
        private int picked;

        Tallying(Picker other) {
            this.other = other;
        }

        @Override
        public List<String> fans() {
            return other.fans();
        }

        @Override
        public Map<String, String> picks(PollQuestion question, List<String> outcomes) {
            Map<String, String> picks = other.picks(question, outcomes);
            picked += picks.size();
            return picks;
        }
    }
}
