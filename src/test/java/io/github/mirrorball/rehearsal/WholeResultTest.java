package io.github.mirrorball.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.rehearsal.play.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A season whose results have every part that a result can have, played by itself. */
class WholeResultTest {

    private static final String SEASON = """
            {"format": 1, "show": "Show", "title": "Every part", "timeZone": "America/New_York", "settings": {"lowScore": true},
             "contestants": [
               {"id": "ann", "name": "Ann"}, {"id": "bea", "name": "Bea"}, {"id": "cleo", "name": "Cleo"},
               {"id": "dora", "name": "Dora"}, {"id": "eva", "name": "Eva"}],
             "asks": [{"ask": "custom", "question": "Does it rain?", "answers": ["Yes", "No"]}],
             "episodes": [
               {"number": 1, "title": "Opening", "airsAt": "2024-09-17T20:00",
                "asks": ["elimination", "low_score",
                  {"ask": "custom", "question": "Dance: which one?", "answers": ["Tango", "Waltz", "Tango, Waltz"]}],
                "result": {"eliminated": ["ann"], "withdrew": ["dora"], "scores": {"ann": [5.5, 6], "bea": [7, 7]},
                  "answers": {"Dance: which one?": ["Tango", "Waltz"]}}},
               {"number": 2, "title": "Questions", "airsAt": "2024-09-24T20:00",
                "asks": [{"ask": "custom", "question": "Who cries first?", "answers": ["Bea", "Eva"]},
                  {"ask": "custom", "question": "Who laughs first?", "answers": ["Bea", "Eva"]}],
                "result": {"answers": {"Who cries first?": ["Eva"], "Who laughs first?": ["Bea"]}}},
               {"number": 3, "title": "Finale", "airsAt": "2024-10-01T20:00", "asks": ["winner"],
                "result": {"answers": {"Does it rain?": ["No"]}}}],
             "placements": {"eva": 1, "bea": 2, "cleo": 3}}
            """;

    @TempDir
    private Path directory;

    @Test
    void everyPollIsResolvedFromTheFilesOwnResults() throws IOException {
        Map<String, JsonNode> polls = StreamSupport.stream(
                        played().path("polls").spliterator(), false)
                .collect(Collectors.toMap(
                        poll -> poll.path("episode").asText("-") + " "
                                + poll.path("asks").asText(),
                        Function.identity()));

        assertThat(polls)
                .containsOnlyKeys(
                        "- custom:Does it rain?",
                        "1 elimination",
                        "1 low_score",
                        "1 custom:Dance: which one?",
                        "2 custom:Who cries first?",
                        "2 custom:Who laughs first?",
                        "3 winner");
        assertThat(right(polls, "1 elimination")).isEqualTo("[\"ann\"]");
        assertThat(right(polls, "1 low_score")).isEqualTo("[\"ann\"]");
        assertThat(right(polls, "1 custom:Dance: which one?")).isEqualTo("[\"Tango\",\"Waltz\"]");
        assertThat(right(polls, "2 custom:Who cries first?")).isEqualTo("[\"Eva\"]");
        assertThat(right(polls, "2 custom:Who laughs first?")).isEqualTo("[\"Bea\"]");
        assertThat(right(polls, "3 winner")).isEqualTo("[\"eva\"]");
        assertThat(right(polls, "- custom:Does it rain?")).isEqualTo("[\"No\"]");
    }

    private static String right(Map<String, JsonNode> polls, String poll) {
        return polls.get(poll).path("result").toString();
    }

    private JsonNode played() throws IOException {
        Path season = Files.writeString(directory.resolve("season.json"), SEASON);
        Path report = directory.resolve("report.json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printing = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] line = {"--headless", "--fans", "3", "--season", season.toString(), "--report", report.toString()};

        int code = new CommandLine(new Rehearse(new Terminal(printing, printing, false))).execute(line);

        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return new ObjectMapper().readTree(Files.readString(report));
    }
}
