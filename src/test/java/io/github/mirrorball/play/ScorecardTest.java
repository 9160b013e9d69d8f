package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code /me} and {@code /joker} tell a fan. */
class ScorecardTest {

    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";

    @Test
    void everyPointIsExplained() {
        try (Evening evening = StandingsTest.opened(", \"settings\": {\"underdog\": true, \"joker\": true}")) {
            StageUser amy = evening.fan("amy");
            assertThat(joker(evening, amy, 1)).contains("Your joker doubles", "Night 1");
            evening.react(amy, evening.card(1, "elimination"), "ann");
            evening.react(amy, evening.card(1, "top_score"), "dee");
            evening.react(evening.fan("ben"), evening.card(1, "elimination"), "dee");
            evening.settle();
            evening.windTo("2026-01-10T22:30:00Z");
            assertThat(me(evening, amy)).contains("waiting for the result");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));
            evening.windTo("2026-01-11T09:00:00Z");
            evening.react(amy, evening.card(2, "elimination"), "cyd");
            evening.react(amy, evening.card(2, "top_score"), "bob");
            evening.settle();
            evening.windTo("2026-01-11T22:30:00Z");
            evening.enterResult(2, Map.of("withdrew", List.of("cyd"), "eliminated", List.of("dee"), "marks", "none"));

            assertThat(me(evening, amy))
                    .contains("🥇 **amy** · 40 points · 2 of 2 right")
                    .contains("🔥 2 right in a row", "🎯 Best call: **Ann**, which 50% picked", "🃏 Your joker doubles")
                    .contains("**Ann** · right: 10 + 5 as an underdog × 2 by your joker = **30 points**")
                    .contains("**Dee** · right: 5 × 2 by your joker = **10 points**")
                    .contains("**Cyd** · void, because they withdrew: it counts nowhere")
                    .contains("**Bob** · canceled: it counts nowhere");
        }
    }

    @Test
    void aJokerCanBeMovedUntilTheLockOfItsEpisode() {
        try (Evening evening = StandingsTest.opened(", \"settings\": {\"joker\": true}")) {
            StageUser amy = evening.fan("amy");
            StageUser ben = evening.fan("ben");
            assertThat(me(evening, amy)).contains("You have not picked");
            assertThat(joker(evening, amy, 2)).contains("Your joker doubles", "Night 2");
            assertThat(joker(evening, amy, 7)).contains("nothing to double");

            evening.windQuietlyTo("2026-01-10T19:59:59.999Z");
            assertThat(joker(evening, amy, 1)).contains("Your joker doubles", "Night 1");
            evening.windQuietlyTo("2026-01-10T20:00:00Z");
            assertThat(joker(evening, amy, 2)).contains("Your joker is played", "Night 1");
            assertThat(joker(evening, ben, 1)).contains("Too late");
            assertThat(joker(evening, ben, 2)).contains("Your joker doubles", "Night 2");
        }
    }

    @Test
    void aSeasonWithoutJokersSaysSo() {
        try (Evening evening = StandingsTest.opened("")) {
            assertThat(joker(evening, evening.fan("amy"), 1)).contains("plays without jokers");
        }
    }

    @Test
    void aLongScorecardIsReadPageByPageTheNewestFirst() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.season(IntStream.rangeClosed(1, 6)
                    .mapToObj(number -> SmallSeasons.episode(number, "2026-01-10T%d:00".formatted(14 + number)))
                    .collect(Collectors.joining(","))));
            evening.windTo("2026-01-10T14:30:00Z");
            StageUser amy = evening.fan("amy");
            IntStream.rangeClosed(1, 6).forEach(number -> {
                evening.react(amy, evening.card(number, "elimination"), "ann");
                evening.react(amy, evening.card(number, "top_score"), "bob");
            });
            evening.settle();

            StageMessage first = amy.slash(evening.channel(), "me").message();
            assertThat(first.text().split("waiting", -1)).hasSize(9);
            assertThat(first.text()).contains("Night 6").doesNotContain("Night 2");
            String next = first.components().stream()
                    .map(part -> part.path("custom_id").asText())
                    .filter(id -> id.startsWith("me:") && id.endsWith(":1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(amy.press(first, next).message().text())
                    .contains("Night 1", "Night 2")
                    .doesNotContain("Night 6");
        }
    }

    private static String me(Evening evening, StageUser fan) {
        return fan.slash(evening.channel(), "me").message().text();
    }

    private static String joker(Evening evening, StageUser fan, long episode) {
        return fan.slash(evening.channel(), "joker", Map.of("episode", episode))
                .message()
                .text();
    }
}
