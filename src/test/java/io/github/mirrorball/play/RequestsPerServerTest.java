package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an evening of one server costs in requests to Discord. They may grow with the polls, never with the fans. */
class RequestsPerServerTest {

    private static final List<String> QUESTIONS = List.of("elimination", "top_score", "winner", "custom");
    private static final String ASKS = """
        "elimination", "top_score", "winner",
        {"ask": "custom", "question": "Will there be a ten?", "answers": ["Yes", "Never"]}""";

    @Test
    void openingLockAndResultCostTheSameForTenFansAsForSixty() {
        check(60);
    }

    @Tag("long")
    @Test
    void openingLockAndResultCostTheSameForTenFansAsForFourHundred() {
        check(400);
    }

    private static void check(int fans) {
        Map<String, Map<String, Long>> few = evening(10);
        Map<String, Map<String, Long>> many = evening(fans);
        print(few, many, fans);

        assertThat(many).isEqualTo(few);
        assertThat(few.get("lock")).containsEntry("POST /channels/{channel_id}/messages", 1L);
        assertThat(few.values()).allSatisfy(counts -> assertThat(counts).isNotEmpty());
    }

    /** What each step of an evening costs, by route; without the answers to interactions, which Discord does not count. */
    private static Map<String, Map<String, Long>> evening(int fans) {
        Map<String, Map<String, Long>> steps = new LinkedHashMap<>();
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.season(
                    SmallSeasons.episode(1, "2026-01-10T20:00").replace("\"elimination\", \"top_score\"", ASKS)));
            steps.put("opening", spent(evening, () -> evening.windTo("2026-01-09T12:00:00Z")));
            for (int i = 0; i < fans; i++) {
                StageUser fan = evening.fan("fan-" + i);
                for (String question : QUESTIONS) {
                    CardReport card = evening.card(1, question.equals("custom") ? customKey(evening) : question);
                    evening.react(fan, card, card.emoji().keySet().iterator().next());
                }
            }
            evening.settle();
            steps.put("reminders", spent(evening, () -> evening.windTo("2026-01-10T19:30:00Z")));
            steps.put("lock", spent(evening, () -> evening.windTo("2026-01-10T20:00:00Z")));
            evening.windTo("2026-01-10T22:00:00Z");
            steps.put(
                    "result",
                    spent(
                            evening,
                            () -> evening.enterResult(
                                    1,
                                    Map.of(
                                            "eliminated", List.of("dee"),
                                            "marks", "Ann: 9 9 9\nBob: 8 8 8\nCyd: 7 7 7\nDee: 6 6 6",
                                            "placements", "1 Ann\n2 Bob\n3 Cyd",
                                            "answers", "Yes"))));
            assertThat(evening.report().standings()).hasSize(fans);
        }
        return steps;
    }

    private static String customKey(Evening evening) {
        return evening.bot().cards(evening.server().id()).stream()
                .map(CardReport::asks)
                .filter(asks -> !QUESTIONS.contains(asks))
                .findFirst()
                .orElse("custom");
    }

    private static Map<String, Long> spent(Evening evening, Runnable step) {
        Map<String, Long> before = evening.stage().requestCounts();
        step.run();
        Map<String, Long> spent = new TreeMap<>();
        evening.stage().requestCounts().forEach((route, count) -> {
            long more = count - before.getOrDefault(route, 0L);
            if (more > 0 && !route.contains("/interactions/")) {
                spent.put(route, more);
            }
        });
        return spent;
    }

    private static void print(Map<String, Map<String, Long>> few, Map<String, Map<String, Long>> many, int fans) {
        StringBuilder table =
                new StringBuilder("%-10s %-75s %8s %9s%n".formatted("step", "request", "10 fans", fans + " fans"));
        few.forEach((step, counts) -> {
            TreeSet<String> routes = new TreeSet<>(counts.keySet());
            routes.addAll(many.get(step).keySet());
            routes.forEach(route -> table.append("%-10s %-75s %8d %9d%n"
                    .formatted(
                            step,
                            route,
                            counts.getOrDefault(route, 0L),
                            many.get(step).getOrDefault(route, 0L))));
        });
        System.out.print(table);
    }
}
