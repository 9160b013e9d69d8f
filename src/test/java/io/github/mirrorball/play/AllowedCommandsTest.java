package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those whom a server's admins allow the hosts' commands in Discord's own settings, without Manage Events and without a host role. */
class AllowedCommandsTest {

    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
    private final StageUser helper = evening.fan("Helper");

    @BeforeEach
    void allowed() {
        evening.importSeason(SmallSeasons.oneNight());
        StageRole crew = evening.server().role("Crew");
        evening.server().allowCommand("result", crew);
        evening.server().allowCommand("contestant", crew);
        helper.give(crew);
    }

    @AfterEach
    void stop() {
        evening.close();
    }

    @Test
    void whoeverDiscordLetsEnterAResultMayFinishIt() {
        evening.windTo("2026-01-10T22:30:00Z");

        StageMessage preview = evening.previewResult(helper, 1, Map.of("eliminated", List.of("ann"), "marks", "none"));
        assertThat(preview.text()).contains("Ann");
        assertThat(helper.press(preview, preview.button("result-confirm:"))
                        .message()
                        .text())
                .contains("is in");
        evening.settle();
        assertThat(evening.posts()).anyMatch(post -> post.contains("The result of Episode 1"));
    }

    @Test
    void whoeverDiscordLetsWithdrawAContestantMayConfirmIt() {
        evening.windTo("2026-01-10T12:00:00Z");
        StageMessage ask = helper.slash(evening.channel(), "contestant withdraw", Map.of("contestant", "ann"))
                .message();
        String told =
                helper.press(ask, ask.button("contestant-withdraw:")).message().text();
        evening.settle();

        assertThat(told).doesNotContain("Only hosts");
        assertThat(evening.card(1, "elimination").emoji()).doesNotContainKey("ann");
    }
}
