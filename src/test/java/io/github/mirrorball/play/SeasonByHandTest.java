package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.rehearsal.Rehearse;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A season, once set up by hand on PostgreSQL and once from its file on the embedded database, with the same picks and the same results. */
class SeasonByHandTest {

    private static final int FANS = 8;

    private static final String TWO_NIGHTS = """
            {"format": 1, "show": "Show", "title": "Two nights", "timeZone": "America/New_York",
             "contestants": [
               {"id": "ann", "name": "Ann", "partner": "Abe"}, {"id": "bea", "name": "Bea", "partner": "Ben"},
               {"id": "cleo", "name": "Cleo", "partner": "Cem"}, {"id": "dora", "name": "Dora"}],
             "episodes": [
               {"number": 1, "title": "Opening", "airsAt": "2024-09-17T20:00", "asks": ["elimination", "top_score"],
                "result": {"eliminated": ["ann"],
                           "scores": {"ann": [6, 7], "bea": [7, 7], "cleo": [8, 8], "dora": [9, 8.5]}}},
               {"number": 2, "title": "Finale", "airsAt": "2024-09-24T20:00", "asks": ["top_score", "winner"],
                "result": {"scores": {"bea": [9, 9], "cleo": [10, 9], "dora": [10, 10]}}}],
             "placements": {"dora": 1, "cleo": 2, "bea": 3, "ann": 4}}
            """;

    private SeasonScript script = SeasonScript.read(TWO_NIGHTS.getBytes(StandardCharsets.UTF_8));

    @Test
    void aSeasonSetUpByHandPlaysLikeTheOneThatIsImported() {
        check(4);
    }

    @Tag("long")
    @Test
    void season33SetUpByHandPlaysLikeTheOneThatIsImported() {
        script = season33();
        check(18);
    }

    private void check(int polls) {
        Played byHand = play(true);
        Played imported = play(false);

        assertThat(byHand.file()).isEqualTo(imported.file());
        assertThat(byHand.report().polls())
                .hasSize(polls)
                .allMatch(poll -> poll.state().equals("resolved"))
                .isEqualTo(imported.report().polls());
        assertThat(byHand.report().standings())
                .hasSize(FANS)
                .isEqualTo(imported.report().standings());
        assertThat(byHand.report().standings().get(0).points()).isPositive();
    }

    private record Played(Report report, String file) {}

    private Played play(boolean byHand) {
        try (Evening evening = byHand ? Evening.onPostgres(script.begins()) : new Evening(script.begins())) {
            if (byHand) {
                setUp(new Hosting(evening));
            } else {
                evening.importSeason(script.announced());
            }
            for (SeasonScript.Scene scene : script.scenes()) {
                evening.windTo(scene.at().toString());
                if (scene instanceof SeasonScript.Scene.Entering entering) {
                    evening.enterResult(entering.episode().number(), fields(entering.result()));
                } else {
                    pick(evening, scene.episode());
                }
            }
            StageMessage export = new Hosting(evening).message("season export", Map.of());
            return new Played(evening.report(), SeasonExportTest.file(export));
        }
    }

    private void setUp(Hosting host) {
        assertThat(host.told(
                        "season create",
                        Map.of(
                                "show", script.plan().show(),
                                "title", script.plan().title(),
                                "zone", script.plan().zone().getId())))
                .contains("is set up");
        for (Contestant who : script.plan().cast()) {
            Map<String, Object> options = new HashMap<>(Map.of("name", who.name()));
            who.partner().ifPresent(partner -> options.put("partner", partner));
            assertThat(host.told("contestant add", options)).contains("is in");
        }
        for (Episode episode : script.plan().episodes()) {
            String asks = episode.asks().stream().map(Ask::key).collect(Collectors.joining(", "));
            Map<String, Object> options = Map.of(
                    "number",
                    (long) episode.number(),
                    "title",
                    episode.title(),
                    "airs",
                    episode.airsAt().toString().replace('T', ' '),
                    "minutes",
                    (long) episode.minutes(),
                    "asks",
                    asks.isEmpty() ? "nothing" : asks);
            assertThat(host.told("episode add", options)).contains("is added");
        }
    }

    /** Some fans react and some use their private menus; whom they pick depends on nothing but who they are and what is asked. */
    private static void pick(Evening evening, Episode episode) {
        for (Ask ask : episode.asks()) {
            CardReport card = evening.card(episode.number(), ask.key());
            List<String> outcomes = card.emoji().keySet().stream().sorted().toList();
            for (int i = 0; i < FANS; i++) {
                StageUser fan = evening.fan("fan-" + i);
                String outcome =
                        outcomes.get((i * 5 + episode.number() * 3 + ask.key().length()) % outcomes.size());
                if (i % 2 == 0) {
                    evening.react(fan, card, outcome);
                } else {
                    StageMessage menu = fan.slash(evening.channel(), "pick").message();
                    assertThat(fan.choose(menu, "pick:" + card.poll() + ":all", List.of(outcome))
                                    .message()
                                    .text())
                            .contains("Your pick is in");
                }
            }
        }
        evening.settle();
    }

    private Map<String, Object> fields(Result result) {
        Map<String, Object> fields = new HashMap<>();
        result.eliminated()
                .ifPresent(left -> fields.put("eliminated", left.isEmpty() ? List.of(Contestant.NO_ONE) : left));
        fields.put("withdrew", result.withdrew());
        result.marks().ifPresent(marks -> fields.put("marks", marks.isEmpty() ? "none" : marks(marks)));
        List<String> places = new ArrayList<>();
        result.placements().forEach((who, place) -> places.add(place + " " + name(who)));
        fields.put("placements", String.join("\n", places));
        return fields;
    }

    private String marks(Map<String, List<BigDecimal>> marks) {
        return marks.entrySet().stream()
                .map(given -> name(given.getKey()) + ": "
                        + given.getValue().stream()
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private String name(String contestant) {
        return script.contestant(contestant).orElseThrow().name();
    }

    private static SeasonScript season33() {
        try (InputStream file = Objects.requireNonNull(Rehearse.class.getResourceAsStream("season-33.json"))) {
            return SeasonScript.read(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
