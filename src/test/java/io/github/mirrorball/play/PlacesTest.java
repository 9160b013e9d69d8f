package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a season is set up: what is not fit is refused, and what is lacking is told at once. */
class PlacesTest {

    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
    private final StageChannel other = evening.server().channel("other");

    @AfterEach
    void stop() {
        evening.close();
    }

    @Test
    void aThreadIsRefusedWithTheReasonUnlessAnotherChannelIsNamed() {
        StageChannel thread = other.thread("finale talk");
        evening.settle();

        assertThat(imported(thread, Map.of()))
                .contains("A thread is archived after a while")
                .doesNotContain("✅");
        assertThat(created(thread, Map.of()))
                .contains("A thread is archived after a while")
                .doesNotContain("✅");
        assertThat(evening.bot().reports(evening.server().id())).isEmpty();

        assertThat(created(thread, Map.of("channel", evening.channel()))).contains("✅");
    }

    @Test
    void theChatOfAVoiceChannelIsRefusedWithTheReason() {
        StageChannel voice = evening.server().voice("Stage door");
        evening.settle();

        assertThat(imported(voice, Map.of())).contains("needs a text or announcement channel");
        assertThat(created(voice, Map.of())).contains("needs a text or announcement channel");
        assertThat(evening.bot().reports(evening.server().id())).isEmpty();
    }

    @Test
    void aReadOnlyChannelIsToldAtOnceAndNotCelebrated() {
        evening.server().bot().deny(other, Permission.SEND_MESSAGES, Permission.ATTACH_FILES);
        evening.settle();
        String missing = "In <#" + other.id() + "> I am missing **Send Messages**";

        assertThat(imported(other, Map.of()))
                .contains("is set up with 4 contestants", missing, "without their picture")
                .doesNotContain("✅");
        assertThat(created(evening.channel(), Map.of("channel", other)))
                .contains("is set up", missing)
                .doesNotContain("✅");
        assertThat(created(evening.channel(), Map.of("host-channel", other)))
                .contains("is set up", missing)
                .doesNotContain("✅", "without their picture");
    }

    @Test
    void aSeasonThatIsMovedToAReadOnlyChannelIsToldAtOnce() {
        created(evening.channel(), Map.of());
        evening.server().bot().deny(other, Permission.SEND_MESSAGES);
        evening.settle();
        String missing = "In <#" + other.id() + "> I am missing **Send Messages**";

        assertThat(told("season settings", Map.of("channel", other)))
                .contains("is run now", missing)
                .doesNotContain("✅");
        assertThat(told("season settings", Map.of("channel", evening.channel())))
                .contains("✅")
                .doesNotContain(missing);
    }

    @Test
    void aStaffChannelThatTheBotDoesNotSeeIsToldAtOnce() {
        evening.server().bot().deny(other, Permission.VIEW_CHANNEL);
        evening.settle();

        assertThat(created(evening.channel(), Map.of("channel", other)))
                .contains("In <#" + other.id() + "> I am missing **View Channels**")
                .doesNotContain("✅");
        assertThat(imported(other, Map.of()))
                .contains("In <#" + other.id() + "> I am missing **View Channels**")
                .doesNotContain("✅");
    }

    @Test
    void aRoleThatNobodyMayMentionIsToldWhenItIsSetAndInTheCheckUp() {
        StageRole fans = evening.server().role("Ballroom");
        evening.server().setMentionable(fans, false);
        evening.settle();
        String silent = "My reminders mention <@&" + fans.id() + ">, but nobody gets a notification";

        assertThat(created(evening.channel(), Map.of("mention-role", fans))).contains("✅", silent);
        assertThat(doctor()).contains(silent);

        evening.server().bot().grant(Permission.MENTION_EVERYONE);
        evening.settle();
        assertThat(doctor()).doesNotContain(silent);
        evening.server().bot().deny(Permission.MENTION_EVERYONE);
        evening.server().setMentionable(fans, true);
        evening.settle();
        assertThat(told("season settings", Map.of("mention-role", fans)))
                .contains("✅")
                .doesNotContain(silent);
    }

    @Test
    void aHostRoleNeedsASecondStepInDiscord() {
        StageRole crew = evening.server().role("Crew");
        evening.settle();

        assertThat(created(evening.channel(), Map.of("host-role", crew)))
                .contains("it still hides the host commands from <@&" + crew.id() + ">", "Integrations", "https://");
        assertThat(told("season show", Map.of()))
                .contains("May host: everyone with Manage Events, and <@&" + crew.id() + ">");
        assertThat(told("season settings", Map.of("clear", "host-role")))
                .contains("May host: everyone with Manage Events")
                .doesNotContain("hides the host commands");
    }

    private String created(StageChannel where, Map<String, Object> places) {
        Map<String, Object> options = new HashMap<>(Hosting.SMALL);
        options.putAll(places);
        return told(where, "season create", options);
    }

    private String imported(StageChannel where, Map<String, Object> places) {
        Map<String, Object> options = new HashMap<>(places);
        byte[] file = SmallSeasons.oneNight()
                .replace("Small Season", "Another Season")
                .getBytes(StandardCharsets.UTF_8);
        options.put("file", new StageFile("season.json", file));
        return told(where, "season import", options);
    }

    private String doctor() {
        return told("doctor", Map.of());
    }

    private String told(String command, Map<String, Object> options) {
        return told(evening.channel(), command, options);
    }

    private String told(StageChannel where, String command, Map<String, Object> options) {
        String told = evening.host().slash(where, command, options).message().text();
        evening.settle();
        return told;
    }
}
