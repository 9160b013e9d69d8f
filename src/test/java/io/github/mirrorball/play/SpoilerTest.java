package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpoilerTest {

    private static final Map<String, Object> RESULT =
            Map.of("eliminated", List.of("ann"), "marks", "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9");

    @Test
    void aSeasonThatHidesSpoilersTellsResultsBehindMarksAndNothingElse() {
        try (Evening evening = played(true)) {
            assertThat(evening.channel().messages())
                    .filteredOn(SpoilerTest::isHidden)
                    .extracting(StageMessage::text)
                    .hasSize(3)
                    .allMatch(text -> text.contains("Ann") || text.contains("Dee"))
                    .anyMatch(text -> text.contains("The result of Episode 1"));
            assertThat(evening.posts()).anyMatch(text -> text.contains("Picks are locked"));
        }
    }

    @Test
    void withoutThatSettingNothingIsHidden() {
        try (Evening evening = played(false)) {
            assertThat(evening.channel().messages()).noneMatch(SpoilerTest::isHidden);
        }
    }

    private static Evening played(boolean hidden) {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.oneNight());
        evening.host()
                .slash(evening.channel(), "season settings", Map.of("spoilers", hidden))
                .message();
        evening.windTo("2026-01-10T22:00:00Z");
        evening.enterResult(1, RESULT);
        return evening;
    }

    private static boolean isHidden(StageMessage message) {
        return message.json().path("components").path(0).path("spoiler").asBoolean();
    }
}
