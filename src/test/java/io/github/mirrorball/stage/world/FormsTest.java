package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.rules.FormRules;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form as a person fills it in. */
class FormsTest {
    private final Scene scene = new Scene(Scene.inspected());
    private RealBot bot;
    private StageForm form;

    @BeforeEach
    void open() throws InterruptedException {
        bot = scene.bot();
        bot.jda()
                .updateCommands()
                .addCommands(Commands.slash("result", "Result"))
                .complete();
        StageReply reply = scene.host.slash(scene.ballroom, "result");
        bot.await(SlashCommandInteractionEvent.class).replyModal(modal()).complete();
        form = reply.form();
    }

    @AfterEach
    void stop() {
        scene.close();
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void whatIsPrefilledStaysUnlessItIsOverridden() {
        scene.host.submit(form, Map.of("note", "late", "host", List.of(Long.toString(scene.ana.id()))));
        ModalInteractionEvent sent = bot.await(ModalInteractionEvent.class);
        assertThat(sent.getValue("marks").getAsString()).isEqualTo("al 10");
        assertThat(sent.getValue("left").getAsStringList()).containsExactly("bo");
        assertThat(sent.getValue("note").getAsString()).isEqualTo("late");
        assertThat(sent.getValue("host").getAsMentions().getUsers().get(0).getName())
                .isEqualTo("ana");
    }

    @Test
    void nothingCanBeDisabled() throws IOException {
        JsonNode disabled = Json.read("""
                {"custom_id": "f", "title": "Form", "components": [{"type": 18, "label": "Who", "component":
                 {"type": 3, "custom_id": "who", "disabled": true, "options": [{"label": "Al", "value": "al"}]}}]}""");
        assertThatThrownBy(() -> FormRules.check(disabled))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void severalValuesReplaceThePrefilledOnes() {
        scene.host.submit(form, Map.of("left", List.of("al", "bo"), "host", List.of(Long.toString(scene.ana.id()))));
        assertThat(bot.await(ModalInteractionEvent.class).getValue("left").getAsStringList())
                .containsExactly("al", "bo");
    }

    @Test
    void whatIsAskedForMustBeGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> scene.host.submit(form, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.host.submit(form, Map.of("marks", "", "host", List.of("1"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.host.submit(form, Map.of("left", List.of("cy"), "host", List.of("1"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.host.submit(form, Map.of("nothing", "x", "host", List.of("1"))));
    }

    @Test
    void onlyWhoOpenedItSendsIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.ana.submit(form, Map.of("host", List.of(Long.toString(scene.ana.id())))));
    }

    private static Modal modal() {
        return Modal.create("result", "Result")
                .addComponents(
                        Label.of(
                                "Marks",
                                TextInput.create("marks", TextInputStyle.PARAGRAPH)
                                        .setValue("al 10")
                                        .build()),
                        Label.of(
                                "Who left",
                                StringSelectMenu.create("left")
                                        .addOption("Al", "al")
                                        .addOption("Bo", "bo")
                                        .setDefaultValues("bo")
                                        .setMaxValues(2)
                                        .build()),
                        Label.of(
                                "Note",
                                TextInput.create("note", TextInputStyle.SHORT)
                                        .setRequired(false)
                                        .build()),
                        Label.of(
                                "Host",
                                EntitySelectMenu.create("host", EntitySelectMenu.SelectTarget.USER)
                                        .build()))
                .build();
    }
}
