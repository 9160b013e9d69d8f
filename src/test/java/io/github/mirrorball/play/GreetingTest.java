package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the bot says when it is invited, and that it says it once. */
class GreetingTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final StageServer server = evening.stage().serverWithoutBot("New fans");
    private final StageChannel first = server.channel("rules");
    private final StageChannel second = server.channel("lounge");

    @Test
    void whoeverInvitesItIsToldWhatItIsAndWhatToDoNext() {
        invite();

        StageMessage greeting = first.newest();
        assertThat(greeting.text()).contains("thanks for inviting me", "prediction league");
        StageUser host = server.member("host", Set.of(Permission.MANAGE_EVENTS));
        assertThat(host.press(greeting, greeting.button("set-up")).message().text())
                .contains("/season import", "/season create", "/doctor");
        assertThat(host.press(greeting, greeting.button("how-it-works"))
                        .message()
                        .text())
                .contains("How to play", "For hosts");
        StageUser fan = server.member("fan");
        StageMessage how = fan.press(greeting, greeting.button("how-it-works")).message();
        assertThat(how.text()).contains("How to play").doesNotContain("For hosts");
        assertThat(how.isEphemeral()).isTrue();
    }

    @Test
    void itGreetsInTheSystemChannelAndInTheServersLanguage() {
        server.setSystemChannel(second);
        server.setLocale("de");
        invite();

        assertThat(first.messages()).isEmpty();
        assertThat(second.newest().text()).contains("danke für die Einladung");
    }

    @Test
    void itGreetsInTheFirstChannelWhereItMayWrite() {
        server.setSystemChannel(first);
        server.bot().deny(first, Permission.SEND_MESSAGES);
        invite();

        assertThat(first.messages()).isEmpty();
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void whereItMayWriteNowhereItIsSilentForGood() {
        server.bot().deny(first, Permission.VIEW_CHANNEL);
        server.bot().deny(second, Permission.SEND_MESSAGES);
        invite();
        server.bot().grant(second, Permission.SEND_MESSAGES);
        evening.restart();

        assertThat(first.messages()).isEmpty();
        assertThat(second.messages()).isEmpty();
    }

    @Test
    void neitherAStartNorALostSessionNorAnOutageNorAReturnGreetsAgain() {
        invite();
        evening.restart();
        evening.stage().faults().refuseResume();
        evening.stage().faults().dropSockets();
        awaitSession();
        server.beginOutage();
        evening.settle();
        server.endOutage();
        evening.settle();
        server.removeBot();
        evening.settle();
        invite();

        assertThat(first.messages()).hasSize(1);
        assertThat(second.messages()).isEmpty();
    }

    @Test
    void whereItWasBeforeItGreetedAnybodyItIsSilentAlsoAfterAReturn() {
        evening.restart();
        assertThat(evening.channel().messages()).isEmpty();
        evening.server().removeBot();
        evening.settle();
        evening.server().endOutage();
        evening.settle();

        assertThat(evening.channel().messages()).isEmpty();
    }

    @Test
    void whoeverInvitesItWhileItIsAwayIsGreetedWhenItIsBack() {
        evening.restart(server::endOutage);

        assertThat(first.messages()).hasSize(1);
    }

    @Test
    void aGreetingWhoseAnswerIsLostIsNotPostedTwice() {
        evening.stage()
                .faults()
                .failNext(
                        1,
                        "POST /channels/{channel_id}/messages",
                        Fault.status(503).takingEffect());
        invite();
        evening.restart();

        assertThat(first.messages()).hasSize(1);
    }

    @Test
    void aSeasonThatIsThereFirstNeedsNoGreeting() {
        evening.stage().faults().failEvery(1, "POST /channels/{channel_id}/messages", Fault.refusal(403, 50013));
        invite();
        StageFile file = new StageFile("season.json", SmallSeasons.oneNight().getBytes(StandardCharsets.UTF_8));
        server.member("host", Set.of(Permission.MANAGE_EVENTS))
                .slash(second, "season import", Map.of("file", file))
                .message();
        evening.stage().faults().clear();
        evening.restart();

        assertThat(first.messages()).isEmpty();
    }

    private void invite() {
        server.endOutage();
        evening.settle();
    }

    private void awaitSession() {
        await().until(() -> evening.bot().isConnected() && evening.stage().sessions() == 1);
        evening.settle();
    }
}
