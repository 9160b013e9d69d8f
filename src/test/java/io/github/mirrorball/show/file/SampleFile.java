package io.github.mirrorball.show.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small file that uses everything that a file can say, and short ways to read and write. */
final class SampleFile {

    static final String TEXT = """
            {
             "format": 1,
             "show": "Dance",
             "title": "Dance, season 1",
             "timeZone": "America/New_York",
             "contestants": [
              {"id": "ann", "name": "Ann", "partner": "Al", "emoji": "💃"},
              {"id": "bob", "name": "Bob \\"B\\" O'Neil", "emoji": "🕺"},
              {"id": "cat", "name": "Cät"}
             ],
             "episodes": [
              {"number": 1, "title": "One", "airsAt": "2024-09-17T20:00", "minutes": 60,
               "asks": ["elimination", "top_score", {"ask": "score", "contestant": "ann"}],
               "result": {"eliminated": ["cat"], "withdrew": [], "scores": {"ann": [7, 8.50], "bob": [6, 10.0], "cat": []}}},
              {"number": 2, "title": "Two", "airsAt": "2024-09-24T20:00",
               "asks": ["winner", {"ask": "custom", "question": "Rain?", "answers": ["Yes", "No"], "worth": 7.5}],
               "result": {"eliminated": [], "scores": {"ann": [9.6666], "bob": [9]}, "answers": {"Rain?": ["No"]}}},
              {"number": 3, "title": "Reunion", "airsAt": "2024-10-01T20:00", "asks": []}
             ],
             "placements": {"ann": 1, "bob": 2, "cat": 3},
             "asks": ["winner"],
             "settings": {"openLeadHours": 48, "lockOffsetMinutes": -5, "reminderMinutes": [60, 5], "secret": true,
              "lowScore": true, "underdog": true, "joker": true, "bestEpisodes": 8, "worth": {"elimination": 12.5, "winner": 100},
              "crowd": true, "hideSpoilers": true, "revealDelayHours": 3, "language": "de"}
            }
            """;

    private SampleFile() {}

    static Reading read(String text) {
        return SeasonFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static SeasonPlan plan(byte[] bytes) {
        Reading reading = SeasonFile.read(bytes);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).plan();
    }

    static List<Fault> faults(String text) {
        Reading reading = read(text);
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty) reading).faults();
    }

    /** The season that adding this plan to a server makes. */
    static Season season(SeasonPlan plan) {
        Map<Integer, ResultVersion> results = new HashMap<>();
        plan.results().forEach((number, result) -> results.put(number, new ResultVersion(1, result, Instant.EPOCH, 5)));
        return new Season(
                1,
                2,
                plan.show(),
                plan.title(),
                plan.zone(),
                plan.cast(),
                plan.episodes(),
                plan.asks(),
                plan.settings(),
                Posting.to(3),
                false,
                results);
    }
}
