package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RulesTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final StageUser fan = evening.fan("fan");

    @Test
    void aFanIsToldWhatEachQuestionOfTheSeasonIsWorthAndNothingOfWhatItHasNot() {
        evening.importSeason(SmallSeasons.oneNight());

        assertThat(rules().isEphemeral()).isTrue();
        assertThat(rules().text())
                .contains(
                        "How Small Season is scored",
                        "**Who leaves** · Worth 10 points",
                        "**The highest total** · Worth 5 points",
                        "Polls lock at air time")
                .doesNotContain("Who wins", "lowest", "Underdog", "Joker", "Best episodes", "Crowd");
    }

    @Test
    void whatAHostTurnsOnIsInTheRules() {
        evening.importSeason(SmallSeasons.oneNight());
        evening.host()
                .slash(
                        evening.channel(),
                        "season settings",
                        Map.of(
                                "underdog",
                                true,
                                "joker",
                                true,
                                "crowd",
                                true,
                                "best-episodes",
                                3L,
                                "season-winner",
                                true))
                .message();

        assertThat(rules().text())
                .contains(
                        "**Who wins the season** · Worth 25 points",
                        "Underdog points",
                        "doubles your points of one episode",
                        "only your best 3 episodes count",
                        "**The Crowd**");
    }

    @Test
    void theRulesAreInTheReadersLanguage() {
        evening.importSeason(SmallSeasons.oneNight());
        fan.setLocale("de");

        assertThat(rules().text()).contains("So wird Small Season gewertet", "Wer ausscheidet", "Bringt 10 Punkte");
    }

    private StageMessage rules() {
        return fan.slash(evening.channel(), "rules").message();
    }
}
