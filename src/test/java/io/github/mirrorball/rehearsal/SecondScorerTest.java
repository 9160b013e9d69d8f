package io.github.mirrorball.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.reference.Outcome;
import io.github.mirrorball.reference.RandomPicks;
import io.github.mirrorball.reference.RandomSeason;
import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.reference.ReferenceScorer;
import io.github.mirrorball.rehearsal.play.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The real bot plays whole seasons, and every row of its standings is what the second scorer works out from the same picks. */
class SecondScorerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FANS = 15;

    @TempDir
    private Path directory;

    @Test
    void aRealSeasonEndsAsTheSecondScorerSays() throws IOException {
        compare(RealSeason.json("33"), 3);
    }

    @Test
    void aMadeUpSeasonEndsAsTheSecondScorerSays() throws IOException {
        compare(RandomSeason.of(11), 11);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"05, 1", "05, 6", "05, 7", "08, 2", "08, 8", "08, 9", "33, 4", "33, 10", "34, 5", "34, 11", "34, 12"})
    void everyRealSeasonEndsAsTheSecondScorerSays(String season, long seed) throws IOException {
        compare(RealSeason.json(season), seed);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {12, 13, 14, 15, 16})
    void moreMadeUpSeasonsEndAsTheSecondScorerSays(long seed) throws IOException {
        compare(RandomSeason.of(seed), seed);
    }

    private void compare(JsonNode season, long seed) throws IOException {
        JsonNode picks = RandomPicks.of(season, FANS, seed);
        JsonNode report = play(season, picks);
        Outcome expected = ReferenceScorer.score(season, picks);
        assertThat(rows(report)).isEqualTo(rows(expected));
        assertThat(resolved(report)).isEqualTo(resolved(expected));
    }

    private JsonNode play(JsonNode season, JsonNode picks) throws IOException {
        Path seasonFile = Files.write(directory.resolve("season.json"), JSON.writeValueAsBytes(season));
        Path picksFile = Files.write(directory.resolve("picks.json"), JSON.writeValueAsBytes(picks));
        Path report = directory.resolve("report.json");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = new CommandLine(new Rehearse(new Terminal(out, out, false)))
                .execute(
                        "--headless",
                        "--season",
                        seasonFile.toString(),
                        "--picks",
                        picksFile.toString(),
                        "--report",
                        report.toString());
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return JSON.readTree(report.toFile());
    }

    private static List<String> rows(JsonNode report) {
        List<String> rows = new ArrayList<>();
        report.path("standings")
                .forEach(row -> rows.add("%s %s %s %s %s"
                        .formatted(
                                row.path("rank").asText(),
                                row.path("fan").asText(),
                                row.path("points")
                                        .decimalValue()
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                row.path("correct").asText(),
                                row.path("picked").asText())));
        return rows;
    }

    private static List<String> rows(Outcome expected) {
        return expected.standings().stream()
                .map(row -> "%s %s %s %s %s"
                        .formatted(
                                row.rank(),
                                row.fan(),
                                row.points().stripTrailingZeros().toPlainString(),
                                row.correct(),
                                row.picked()))
                .toList();
    }

    private static Map<String, String> resolved(JsonNode report) {
        Map<String, String> polls = new TreeMap<>();
        report.path("polls").forEach(poll -> {
            if (!poll.path("result").isEmpty()) {
                Map<String, Integer> picks = new TreeMap<>();
                poll.path("picks")
                        .properties()
                        .forEach(
                                each -> picks.put(each.getKey(), each.getValue().asInt()));
                List<String> right = new ArrayList<>();
                poll.path("result").forEach(each -> right.add(each.asText()));
                polls.put(poll.path("episode").asText("") + poll.path("asks").asText(), right + " " + picks);
            }
        });
        return polls;
    }

    private static Map<String, String> resolved(Outcome expected) {
        Map<String, String> polls = new TreeMap<>();
        expected.polls().stream()
                .filter(Outcome.Poll::resolved)
                .forEach(poll -> polls.put(
                        (poll.episode().isPresent() ? "" + poll.episode().getAsInt() : "") + poll.asks(),
                        poll.right() + " " + new TreeMap<>(poll.counted())));
        return polls;
    }
}
