package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Names that want to ping, to break out of their line, to turn text around or to hide. The stage refuses whatever Discord would. */
class HostileNamesTest {

    private static final String PINGS = "(?<!\\\\)(@everyone|@here|<@|<#(?!%d>)|\\]\\()";

    private static final String SEASON = """
            {"format": 1, "show": "**Show** <@&77>", "title": "`Season` ||x|| @everyone <#5> [y](https://z.example)", "timeZone": "UTC",
             "contestants": [
              {"id": "ann", "name": "@everyone <@123> **Ann**"},
              {"id": "bob", "name": "\u202Eboob\u202C", "partner": "~~Bea~~"},
              {"id": "cyd", "name": "Cyd"},
              {"id": "dee", "name": "دينا: 9", "partner": "`code`"},
              {"id": "eve", "name": "# Eve > 1. - ||", "partner": "@here"},
              {"id": "fay", "name": "%s", "partner": "%s"}],
             "episodes": [
              {"number": 1, "title": "%s", "airsAt": "2026-01-10T20:00", "asks": ["elimination", "top_score"]},
              {"number": 2, "title": "\u2066<t:0:R> @here", "airsAt": "2026-01-17T20:00", "asks": ["elimination"]}]}
            """.formatted("*".repeat(60), "_".repeat(30), "[@here](" + "<".repeat(92));

    @Test
    void theyPingNobodyAndBreakNothingFromTheImportToTheStandings() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            List<StageMessage> seen = new ArrayList<>();
            assertThat(evening.importSeason(SEASON)).contains("is set up with 6 contestants and 2 episodes");
            evening.windTo("2026-01-10T12:00:00Z");
            StageUser fan = evening.fan("@everyone **fan** <@5> \u202E`");
            StageUser blank = evening.fan("\u3164");
            CardReport card = evening.card(1, "elimination");
            StageMessage posted = evening.message(card);
            StageMessage menus = told(evening, fan, "pick");
            seen.add(fan.choose(menus, "pick:" + card.poll() + ":all", List.of("ann"))
                    .message());
            evening.react(blank, card, "ann");
            evening.react(evening.fan("سارة"), card, "dee");
            evening.settle();
            assertThat(posted.text().lines().filter(line -> line.contains("🇨")))
                    .singleElement()
                    .asString()
                    .endsWith(" 🇨 Cyd · 0");
            assertThat(menus.text()).contains("\\@everyone \\<\\@123\\> \\*\\*Ann\\*\\*");

            for (String list : List.of("season show", "episode list", "poll list")) {
                seen.add(told(evening, evening.host(), list));
            }
            evening.windTo("2026-01-10T22:00:00Z");
            Map<String, Object> result = Map.of(
                    "eliminated",
                    List.of("ann"),
                    "marks",
                    "@everyone <@123> **Ann**: 7 7\nدينا: 9: 8 8\n# Eve > 1. - ||: 9");
            seen.add(evening.previewResult(evening.host(), 1, result));
            evening.enterResult(1, result);
            for (String mine : List.of("me", "standings", "privacy erase")) {
                seen.add(told(evening, fan, mine));
            }
            seen.add(told(evening, blank, "me"));
            assertThat(evening.report().standings())
                    .extracting(row -> row.rank())
                    .containsExactly(1, 1, 3);

            seen.addAll(evening.channel().messages());
            assertThat(seen).hasSizeGreaterThan(12).allSatisfy(message -> {
                assertThat(message.pinged()).isEmpty();
                assertThat(message.text())
                        .isNotBlank()
                        .doesNotContainPattern(PINGS.formatted(evening.channel().id()))
                        .doesNotContainPattern("[\u202A-\u202E\u2066\u2067\u200B]")
                        .doesNotContain("****", "``");
            });
        }
    }

    @Test
    void menusFormsAndSuggestionsCanBeReadAndChosenFrom() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SEASON);
            evening.windTo("2026-01-10T12:00:00Z");
            StageMessage menus = told(evening, evening.fan("fan"), "pick");
            evening.windTo("2026-01-10T22:00:00Z");
            JsonNode form = evening.host()
                    .slash(evening.channel(), "result enter", Map.of("episode", 1L))
                    .form()
                    .json();

            List<String> labels = new ArrayList<>();
            menus.components().forEach(component -> labels.addAll(labels(component)));
            labels.addAll(labels(form));

            assertThat(labels)
                    .hasSizeGreaterThan(20)
                    .contains("Cyd", "boob & ~~Bea~~")
                    .allSatisfy(label -> assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(100));
            assertThat(form.path("title").asText()).hasSizeBetween(1, 45);
            assertThat(evening.host()
                            .complete(evening.channel(), "result enter", Map.of("episode", ""), "episode")
                            .choices()
                            .choices())
                    .hasSize(2);
        }
    }

    @Test
    void whatIsQuotedBackToAHostDoesNothingEither() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            String told = evening.importSeason(SEASON.replace("\"elimination\", \"top_score\"", "\"@everyone **x**\""));
            assertThat(told).contains("\\@everyone \\*\\*x\\*\\*").doesNotContainPattern(PINGS.formatted(1));
            assertThat(evening.importSeason(SEASON.replace("~~Bea~~", "Bea\\u2028Bo")))
                    .contains("partner")
                    .contains("such as a line break");

            evening.importSeason(SEASON);
            evening.windTo("2026-01-10T22:00:00Z");
            StageMessage preview =
                    evening.previewResult(evening.host(), 1, Map.of("marks", "<@&9> @everyone: 7\n[a](b)"));
            assertThat(preview.text())
                    .contains("\\<\\@&9\\> \\@everyone", "\\[a\\]\\(b\\)")
                    .doesNotContainPattern(PINGS.formatted(1));
        }
    }

    private static StageMessage told(Evening evening, StageUser who, String command) {
        return who.slash(evening.channel(), command).message();
    }

    private static List<String> labels(JsonNode component) {
        List<String> labels = new ArrayList<>();
        component
                .findValues("options")
                .forEach(options -> StreamSupport.stream(options.spliterator(), false)
                        .forEach(option -> labels.add(option.path("label").asText())));
        return labels;
    }
}
