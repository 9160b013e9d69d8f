package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.play.SeasonScript;
import java.nio.charset.StandardCharsets;

/** Six contestants and three nights that ask everything that can be picked by reaction, by menu and by form. */
final class ShortSeason {

    private static final String FILE = """
            {"format": 1, "show": "Show", "title": "A short season", "timeZone": "America/New_York",
             "contestants": [
               {"id": "ann", "name": "Ann", "partner": "Abe"}, {"id": "bea", "name": "Bea", "partner": "Ben"},
               {"id": "cleo", "name": "Cleo", "partner": "Cem"}, {"id": "dora", "name": "Dora", "partner": "Dan"},
               {"id": "eva", "name": "Eva", "partner": "Eli"}, {"id": "fay", "name": "Fay", "partner": "Finn"}],
             "episodes": [
               {"number": 1, "title": "Opening", "airsAt": "2024-09-17T20:00",
                "asks": ["elimination", {"ask": "score", "contestant": "fay"}],
                "result": {"eliminated": ["ann", "bea"], "scores": {"fay": [7, 8], "eva": [9, 9]}}},
               {"number": 2, "title": "Second", "airsAt": "2024-09-24T20:00",
                "asks": ["elimination", {"ask": "score", "contestant": "fay"}],
                "result": {"eliminated": ["cleo", "dora"], "scores": {"fay": [8, 8], "eva": [9, 10]}}},
               {"number": 3, "title": "Finale", "airsAt": "2024-10-01T20:00", "asks": ["winner"],
                "result": {"scores": {"fay": [10, 10], "eva": [10, 9]}}}],
             "placements": {"fay": 1, "eva": 2}}
            """;

    private ShortSeason() {}

    static SeasonScript script() {
        return SeasonScript.read(FILE.getBytes(StandardCharsets.UTF_8));
    }
}
