package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that authorised the bot's commands without the bot: people find them, and the bot is no member. */
class UninvitedTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final StageServer server = evening.stage().server("Commands only");
    private final StageChannel channel = server.channel("lounge");
    private final StageUser host = server.member("Another host", Set.of(Permission.MANAGE_EVENTS));

    @BeforeEach
    void withoutTheBot() {
        server.removeAllButCommands();
        evening.settle();
    }

    @Test
    void everyCommandIsAnsweredWithTheInvitation() {
        String invitation = "https://discord.com/oauth2/authorize?client_id="
                + evening.stage().applicationId();

        for (String command : new String[] {
            "pick", "standings", "me", "schedule", "remind on", "privacy export", "privacy erase", "help", "doctor"
        }) {
            assertThat(told(command, Map.of())).as(command).contains(invitation, "guild_id=" + server.id());
        }
    }

    @Test
    void noSeasonIsSetUpWhereNothingCanBePosted() {
        StageFile file = new StageFile("season.json", SmallSeasons.oneNight().getBytes(StandardCharsets.UTF_8));

        assertThat(told("season import", Map.of("file", file)))
                .contains("not a member of this server")
                .doesNotContain("✅");
        assertThat(told("season create", Map.of("show", "Show", "title", "Title", "zone", "UTC")))
                .contains("not a member of this server")
                .doesNotContain("✅");
        assertThat(evening.bot().seasons(server.id())).isEmpty();
    }

    @Test
    void whatIsTypedThereIsSuggestedNothing() {
        assertThat(host.complete(channel, "schedule", Map.of("season", "small"), "season")
                        .choices()
                        .values())
                .isEmpty();
    }

    @Test
    void theInvitationAsksForWhatTheReadmeSays() throws IOException {
        String link = told("help", Map.of());
        String permissions = link.replaceAll("(?s).*permissions=(\\d+).*", "$1");

        assertThat(Files.readString(Path.of("README.md"))).contains("permissions=" + permissions);
    }

    private String told(String command, Map<String, Object> options) {
        return host.slash(channel, command, options).message().text();
    }
}
