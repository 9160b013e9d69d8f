package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mirrorball.stage.rules.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an interaction may be answered, by whom it may be made, and until when. */
class InteractionRulesTest {
    private final Scene.Wound wire = new Scene.Wound();
    private final Scene scene = new Scene(StageOptions.defaults().withWire(wire));
    private RealBot bot;

    @BeforeEach
    void publish() throws InterruptedException {
        bot = scene.bot();
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("pick", "Pick"),
                        Commands.slash("mark", "Mark")
                                .addOption(OptionType.STRING, "who", "Who", true)
                                .addOption(OptionType.INTEGER, "marks", "How many", false, true),
                        Commands.slash("doctor", "Check")
                                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(
                                        net.dv8tion.jda.api.Permission.MANAGE_EVENTS)))
                .complete();
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void anAnswerAfterThreeSecondsFindsNoInteraction() {
        SlashCommandInteractionEvent event = pick();
        wire.wind(Duration.ofMillis(3001));
        assertThat(callback(event, "{\"type\":5}").code()).isEqualTo(10062);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void anInteractionIsAcknowledgedOnce() {
        SlashCommandInteractionEvent event = pick();
        callback(event, "{\"type\":5}").expect(204);
        assertThat(callback(event, "{\"type\":4,\"data\":{\"content\":\"x\"}}").code())
                .isEqualTo(40060);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void aModalFollowsNoDeferral() {
        SlashCommandInteractionEvent event = pick();
        callback(event, "{\"type\":5}").expect(204);
        assertThat(callback(event, form("Title", "Label", 1)).code()).isEqualTo(40060);
    }

    @Test
    void aTokenLivesFifteenMinutes() {
        SlashCommandInteractionEvent event = pick();
        event.deferReply().complete();
        wire.wind(Duration.ofMinutes(15));
        event.getHook().editOriginal("in time").complete();
        wire.wind(Duration.ofMillis(1));
        assertThat(original(event, "{\"content\":\"late\"}").code()).isEqualTo(50027);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void nothingFollowsWithoutAnAcknowledgement() {
        assertThat(original(pick(), "{\"content\":\"x\"}").code()).isEqualTo(10015);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void anUnknownTokenFindsNoInteraction() {
        assertThat(scene.rest
                        .call("POST", "interactions/1/none/callback", "{\"type\":5}")
                        .code())
                .isEqualTo(10062);
    }

    @Test
    void whoIsNotAnsweredSeesThatTheApplicationDidNotRespond() {
        StageAnswer answer = scene.ana.slash(scene.ballroom, "pick").await();
        assertThat(answer).isEqualTo(new StageSilence("application did not respond"));
    }

    @Test
    void anUpdateAnswersNoCommand() {
        assertThat(callback(pick(), "{\"type\":6}").fault()).contains("callback 6 cannot answer");
        assertThat(callback(pick(), "{\"type\":8,\"data\":{\"choices\":[]}}").fault())
                .contains("callback 8");
    }

    @Test
    void aFormOpensNoForm() {
        SlashCommandInteractionEvent event = pick();
        StageReply reply = scene.ana.slash(scene.ballroom, "pick");
        callback(event, form("Title", "Label", 1));
        callback(last(), form("Title", "Label", 1)).expect(204);
        scene.ana.submit(reply.form(), Map.of("f0", "x"));
        var submitted = bot.await(net.dv8tion.jda.api.events.interaction.ModalInteractionEvent.class);
        String path = "interactions/" + submitted.getId() + "/" + submitted.getToken() + "/callback";
        assertThat(scene.rest.call("POST", path, form("Title", "Label", 1)).fault())
                .contains("callback 9");
    }

    @Test
    void aFormHasOneToFiveComponents() {
        assertThat(callback(pick(), form("Title", "Label", 6)).fault()).contains("1 to 5, not 6");
        assertThat(callback(pick(), form("Title", "Label", 0)).fault()).contains("1 to 5, not 0");
        assertThat(callback(pick(), form("Title", "Label", 5)).status()).isEqualTo(204);
    }

    @Test
    void aFormsTitleAndLabelsHaveAtMostFortyFiveCharacters() {
        assertThat(callback(pick(), form("t".repeat(46), "Label", 1)).fault()).contains("title: must have 1 to 45");
        assertThat(callback(pick(), form("Title", "l".repeat(46), 1)).fault()).contains("label: must have 1 to 45");
        assertThat(callback(pick(), form("t".repeat(45), "l".repeat(45), 1)).status())
                .isEqualTo(204);
    }

    @Test
    void anEmptyReplyIsRefusedAndMayBeMadeGood() {
        SlashCommandInteractionEvent event = pick();
        assertThat(callback(event, "{\"type\":4,\"data\":{}}").code()).isEqualTo(50006);
        callback(event, "{\"type\":4,\"data\":{\"content\":\"hi\"}}").expect(204);
    }

    @Test
    void aCallbackTellsItsMessageWhenAsked() {
        SlashCommandInteractionEvent event = pick();
        String path = "interactions/" + event.getId() + "/" + event.getToken() + "/callback?with_response=true";
        var told = scene.rest
                .call("POST", path, "{\"type\":4,\"data\":{\"content\":\"hi\"}}")
                .expect(200);
        assertThat(told.at("/resource/message/content").asText()).isEqualTo("hi");
        assertThat(told.at("/interaction/response_message_id").asLong())
                .isEqualTo(scene.ballroom.newest().id());
    }

    @Test
    void aDeferralShowsNothingUntilItsFirstFollowUpTakesItsPlace() {
        StageReply reply = scene.ana.slash(scene.ballroom, "pick");
        SlashCommandInteractionEvent event = last();
        event.deferReply(true).complete();
        assertThat(reply.isAnswered()).isFalse();
        assertThat(scene.ana.messages(scene.ballroom)).isEmpty();
        event.getHook().sendMessage("done").complete();
        assertThat(reply.message().isEphemeral()).isTrue();
        assertThat(scene.ana.messages(scene.ballroom)).hasSize(1);
        event.getHook().sendMessage("and more").setEphemeral(true).complete();
        assertThat(reply.answers()).hasSize(2);
    }

    @Test
    void theOriginalCanBeReadAndTakenAway() {
        SlashCommandInteractionEvent event = pick();
        event.reply("hi").complete();
        assertThat(event.getHook().retrieveOriginal().complete().getContentRaw())
                .isEqualTo("hi");
        event.getHook().deleteOriginal().complete();
        assertThat(scene.ballroom.messages()).isEmpty();
    }

    @Test
    void aDisabledButtonAnUnknownButtonAndAnothersPrivateReplyCannotBePressed() {
        SlashCommandInteractionEvent event = pick();
        event.reply("x")
                .setEphemeral(true)
                .addComponents(ActionRow.of(
                        Button.primary("on", "On"), Button.primary("off", "Off").asDisabled()))
                .complete();
        StageMessage mine = scene.ana.messages(scene.ballroom).get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.press(mine, "off"));
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.press(mine, "none"));
        assertThatIllegalArgumentException().isThrownBy(() -> scene.host.press(mine, "on"));
        scene.ana.press(mine, "on");
        assertThat(bot.await(ButtonInteractionEvent.class).getComponentId()).isEqualTo("on");
    }

    @Test
    void aMenuGivesOnlyWhatItOffersAndAsManyAsItAllows() {
        pick().reply("x")
                .addComponents(ActionRow.of(StringSelectMenu.create("menu")
                        .addOption("A", "a")
                        .addOption("B", "b")
                        .build()))
                .complete();
        StageMessage card = scene.ballroom.newest();
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.choose(card, "menu", List.of("c")));
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.choose(card, "menu", List.of("a", "b")));
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.choose(card, "menu", List.of()));
    }

    @Test
    void aCommandMustExistBePermittedAndGetWhatItNeeds() {
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.slash(scene.ballroom, "none"));
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.slash(scene.ballroom, "doctor"));
        assertThatIllegalArgumentException().isThrownBy(() -> scene.ana.slash(scene.ballroom, "mark"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.ana.slash(scene.ballroom, "mark", Map.of("who", "a", "why", "b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.ana.slash(scene.ballroom, "mark", Map.of("who", 3L)));
        scene.host.slash(scene.ballroom, "doctor");
        scene.ana.slash(scene.ballroom, "mark", Map.of("who", "a", "marks", 3L));
        assertThat(bot.seen(SlashCommandInteractionEvent.class)).hasSize(2);
    }

    @Test
    void atMostTwentyFiveChoicesAreOffered() {
        scene.ana.complete(scene.ballroom, "mark", Map.of("marks", "1"), "marks");
        var event = bot.await(net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent.class);
        var data = Json.object().put("type", 8);
        var choices = data.putObject("data").putArray("choices");
        for (int n = 0; n < 26; n++) {
            choices.addObject().put("name", "n" + n).put("value", n);
        }
        String path = "interactions/" + event.getId() + "/" + event.getToken() + "/callback";
        assertThat(scene.rest.call("POST", path, data.toString()).fault()).contains("more than 25");
        assertThat(scene.stage.violations()).hasSize(1);
    }

    private SlashCommandInteractionEvent pick() {
        scene.ana.slash(scene.ballroom, "pick");
        return last();
    }

    private SlashCommandInteractionEvent last() {
        List<SlashCommandInteractionEvent> seen = bot.seen(SlashCommandInteractionEvent.class);
        return seen.get(seen.size() - 1);
    }

    private RawRest.Result callback(SlashCommandInteractionEvent event, String json) {
        return scene.rest.call("POST", "interactions/" + event.getId() + "/" + event.getToken() + "/callback", json);
    }

    private RawRest.Result original(SlashCommandInteractionEvent event, String json) {
        String path = "webhooks/" + scene.stage.applicationId() + "/" + event.getToken() + "/messages/@original";
        return scene.rest.call("PATCH", path, json);
    }

    private static String form(String title, String label, int fields) {
        var callback = Json.object().put("type", 9);
        var data = callback.putObject("data").put("custom_id", "form").put("title", title);
        var components = data.putArray("components");
        for (int n = 0; n < fields; n++) {
            components
                    .addObject()
                    .put("type", 18)
                    .put("label", label)
                    .putObject("component")
                    .put("type", 4)
                    .put("style", 1)
                    .put("custom_id", "f" + n);
        }
        return callback.toString();
    }
}
