package io.github.mirrorball.rehearsal;

import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Three contestants, two nights on either side of the end of summer time, and a finale. */
public final class SmallSeason {

    public static final Result ANN_LEFT =
            new Result(Optional.of(List.of("ann")), List.of(), Optional.empty(), Map.of(), Map.of());
    public static final Result BEA_WON =
            new Result(Optional.empty(), List.of(), Optional.empty(), Map.of("bea", 1, "cleo", 2), Map.of());

    private static final String FILE = """
            {"format": 1, "title": "Small", "timeZone": "America/New_York",
             "episodes": [{"number": 1, "result": {"eliminated": ["ann"]}}, {"number": 2}, {"number": 3, "result": {}}],
             "placements": {"bea": 1, "cleo": 2}}
            """;

    private SmallSeason() {}

    public static SeasonScript script() {
        SeasonPlan plan = new SeasonPlan(
                "Show",
                "Small",
                ZoneId.of("America/New_York"),
                Stream.of("ann", "bea", "cleo")
                        .map(id -> new Contestant(id, id.toUpperCase(Locale.ROOT), Optional.empty(), Optional.empty()))
                        .toList(),
                List.of(
                        episode(2, "2024-11-03T20:00", AskKind.TOP_SCORE, AskKind.ELIMINATION),
                        episode(1, "2024-11-02T20:00", AskKind.ELIMINATION),
                        episode(3, "2024-11-09T20:00", AskKind.WINNER)),
                List.of(Ask.of(AskKind.WINNER)),
                SeasonSettings.USUAL,
                Map.of(1, ANN_LEFT, 2, Result.NOTHING, 3, BEA_WON));
        return SeasonScript.of(plan, FILE.getBytes(StandardCharsets.UTF_8));
    }

    private static Episode episode(int number, String airsAt, AskKind... asks) {
        return new Episode(
                number,
                "Night " + number,
                LocalDateTime.parse(airsAt),
                120,
                Stream.of(asks).map(Ask::of).toList());
    }
}
