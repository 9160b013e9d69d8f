package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastChangeTest {

    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";

    @Test
    void whoeverIsEliminatedOnNightOneIsStruckFromNightTwoAndACorrectionBringsThemBack() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.twoNights());
            evening.windTo("2026-01-11T09:00:00Z");
            CardReport second = evening.card(2, "elimination");
            StageUser onAnn = evening.fan("on-ann");
            StageUser onBob = evening.fan("on-bob");
            evening.react(onAnn, second, "ann");
            evening.react(onBob, second, "bob");
            evening.settle();

            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));
            assertThat(evening.poll(2, "elimination").picks()).isEqualTo(Map.of("bob", 1));
            assertThat(evening.card(2, "elimination").emoji()).doesNotContainKey("ann");
            assertThat(evening.posts()).anyMatch(post -> post.contains("The cast has changed") && post.contains("Ann"));

            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", MARKS));
            assertThat(evening.poll(2, "elimination").picks()).isEqualTo(Map.of("ann", 1, "bob", 1));
            assertThat(evening.card(2, "elimination").emoji())
                    .containsKey("ann")
                    .doesNotContainKey("cyd");

            evening.windTo("2026-01-11T22:00:00Z");
            evening.enterResult(2, Map.of("eliminated", List.of("ann"), "marks", "none"));
            assertThat(evening.report().standings())
                    .extracting(row -> row.fan() + " " + row.points())
                    .containsExactly("on-ann 10", "on-bob 0");
            assertThat(evening.poll(2, "top_score").state()).isEqualTo("canceled");
        }
    }
}
