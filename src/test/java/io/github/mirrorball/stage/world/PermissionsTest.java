package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.rules.Permission;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bot may not do, it cannot do. */
class PermissionsTest {
    private final Scene scene = new Scene();
    private long card;

    @BeforeEach
    void post() {
        card = scene.send("{\"content\":\"hi\"}");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void sendingNeedsSendMessages() {
        scene.server.bot().deny(Permission.SEND_MESSAGES);
        refused(scene.rest.call("POST", scene.messages(), "{\"content\":\"hi\"}"), 50013);
    }

    @Test
    void everythingNeedsViewChannel() {
        scene.server.bot().deny(scene.ballroom, Permission.VIEW_CHANNEL);
        refused(scene.rest.call("POST", scene.messages(), "{\"content\":\"hi\"}"), 50001);
    }

    @Test
    void aHistoryWithoutItsPermissionIsEmpty() {
        assertThat(scene.rest.call("GET", scene.messages()).expect(200)).hasSize(1);
        scene.server.bot().deny(scene.ballroom, Permission.READ_MESSAGE_HISTORY);
        assertThat(scene.rest.call("GET", scene.messages()).expect(200)).isEmpty();
        assertThat(scene.stage.violations()).hasSize(1);
        scene.server.bot().grant(scene.ballroom, Permission.READ_MESSAGE_HISTORY);
        assertThat(scene.rest.call("GET", scene.messages()).expect(200)).hasSize(1);
    }

    @Test
    void oneMessageWithoutReadMessageHistoryIsRefused() {
        scene.server.bot().deny(Permission.READ_MESSAGE_HISTORY);
        refused(scene.rest.call("GET", scene.messages() + "/" + card), 50013);
    }

    @Test
    void takingAnothersReactionNeedsManageMessages() {
        scene.ana.react(scene.message(card), "🇦");
        String reaction = scene.messages() + "/" + card + "/reactions/%F0%9F%87%A6/" + scene.ana.id();
        scene.server.bot().deny(Permission.MANAGE_MESSAGES);
        refused(scene.rest.call("DELETE", reaction), 50013);
        scene.server.bot().grant(Permission.MANAGE_MESSAGES);
        scene.rest.call("DELETE", reaction).expect(204);
        assertThat(scene.message(card).reactions()).isEmpty();
    }

    @Test
    void aNewReactionNeedsAddReactionsButAStandingOneDoesNot() {
        scene.server.bot().deny(Permission.ADD_REACTIONS);
        String reaction = scene.messages() + "/" + card + "/reactions/%F0%9F%87%A6/@me";
        refused(scene.rest.call("PUT", reaction), 50013);
        scene.ana.react(scene.message(card), "🇦");
        scene.rest.call("PUT", reaction).expect(204);
    }

    @Test
    void anothersMessageIsNotEditedAndIsDeletedOnlyByAModerator() {
        StageMessage hers = scene.ana.say(scene.ballroom, "hello");
        String path = scene.messages() + "/" + hers.id();
        refused(scene.rest.call("PATCH", path, "{\"content\":\"x\"}"), 50005);
        scene.rest.call("DELETE", path).expect(204);
        assertThat(hers.isDeleted()).isTrue();
    }

    @Test
    void whatOthersSayIsNotReadWithoutTheIntent() {
        StageMessage hers = scene.ana.say(scene.ballroom, "hello");
        assertThat(scene.rest
                        .call("GET", scene.messages() + "/" + hers.id())
                        .body()
                        .path("content")
                        .asText())
                .isEmpty();
        assertThat(hers.text()).isEqualTo("hello");
    }

    @Test
    void aStrangersTokenIsUnauthorized() {
        RawRest.Result result = scene.rest.call("GET", "users/@me", "", "Bot nobody");
        assertThat(result.status()).isEqualTo(401);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void aRouteThatTheStageDoesNotKnowIsAViolation() {
        assertThat(scene.rest.call("GET", "nowhere").status()).isEqualTo(404);
        assertThat(scene.stage.violations()).containsExactly("GET /nowhere: no such route");
    }

    @Test
    void jdaLearnsOfEveryChange() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.server.bot().deny(Permission.SEND_MESSAGES);
        scene.server.bot().deny(scene.ballroom, Permission.ADD_REACTIONS);
        assertThat(bot.seen(RoleUpdatePermissionsEvent.class)).hasSize(1);
        assertThat(bot.seen(GenericPermissionOverrideEvent.class)).hasSize(1);
        assertThat(bot.channel(scene.ballroom).canTalk()).isFalse();
    }

    @Test
    void nothingIsHeardFromAChannelThatTheBotDoesNotSee() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.server.bot().deny(scene.ballroom, Permission.VIEW_CHANNEL);
        scene.ana.react(scene.message(card), "🇦");
        scene.server.bot().grant(scene.ballroom, Permission.VIEW_CHANNEL);
        scene.ana.react(scene.message(card), "🇧");
        assertThat(bot.seen(MessageReactionAddEvent.class)).hasSize(1);
    }

    private void refused(RawRest.Result result, int code) {
        assertThat(result.status()).isEqualTo(403);
        assertThat(result.code()).isEqualTo(code);
        assertThat(scene.stage.violations()).isNotEmpty();
    }
}
