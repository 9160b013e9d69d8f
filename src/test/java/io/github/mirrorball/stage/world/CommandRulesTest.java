package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Discord accepts as commands. */
class CommandRulesTest {
    private final Scene scene = new Scene();
    private final String commands = "applications/" + scene.stage.applicationId() + "/commands";

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void aNameIsSmallAndHasNoSpaces() {
        refused(command("Pick"), "not a command or parameter name: Pick");
        refused(command("my pick"), "not a command or parameter name");
        refused(command("p".repeat(33)), "not a command or parameter name");
        publish(command("pick"), command("größe"), command("選")).expect(200);
    }

    @Test
    void aMenuEntrysNameIsFree() {
        publish(Json.object().put("type", 3).put("name", "Enter Result")).expect(200);
    }

    @Test
    void aDescriptionHasOneToAHundredCharacters() {
        refused(command("pick").put("description", ""), "description: must have 1 to 100");
        refused(command("pick").put("description", "d".repeat(101)), "description: must have 1 to 100");
    }

    @Test
    void aCommandHasAtMostTwentyFiveParameters() {
        ObjectNode command = command("pick");
        for (int n = 0; n < 25; n++) {
            option(command, "o" + n, false);
        }
        publish(command).expect(200);
        refused(option(command, "more", false), "options: more than 25");
    }

    @Test
    void whatIsRequiredComesFirst() {
        refused(option(option(command("pick"), "a", false), "b", true), "required after optional: b");
        publish(option(option(command("pick"), "a", true), "b", false)).expect(200);
    }

    @Test
    void aParameterHasAtMostTwentyFiveChoicesWithShortNames() {
        ObjectNode many = option(command("pick"), "a", false);
        ArrayNode choices = ((ObjectNode) many.at("/options/0")).putArray("choices");
        for (int n = 0; n < 26; n++) {
            choices.addObject().put("name", "c" + n).put("value", "v" + n);
        }
        refused(many, "choices: more than 25");
        choices.removeAll().addObject().put("name", "c".repeat(101)).put("value", "v");
        refused(many, "choices: a name must have 1 to 100");
    }

    @Test
    void aNameIsUsedOnce() {
        refused("name: duplicated: pick", command("pick"), command("pick"));
        refused(option(option(command("pick"), "a", false), "a", false), "options: duplicated: a");
    }

    @Test
    void fifteenMessageCommandsAreTheMost() {
        ObjectNode[] sixteen = new ObjectNode[16];
        for (int n = 0; n < 16; n++) {
            sixteen[n] = Json.object().put("type", 3).put("name", "Menu " + n);
        }
        refused("commands: too many", sixteen);
    }

    @Test
    void twoHundredNewCommandsADayAreTheMostAndKnownOnesAreNotNew() {
        for (int n = 0; n < 200; n++) {
            publish(command("pick" + n)).expect(200);
        }
        publish(command("pick199")).expect(200);
        assertThat(publish(command("one-more")).code()).isEqualTo(30034);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void aKnownCommandKeepsItsIdAndAMissingOneGoes() {
        publish(command("pick"), command("me")).expect(200);
        String id = scene.stage.commands().at("/0/id").asText();
        publish(command("pick").put("description", "Other")).expect(200);
        assertThat(scene.stage.commands()).hasSize(1);
        assertThat(scene.stage.commands().at("/0/id").asText()).isEqualTo(id);
        assertThat(scene.stage.commands().at("/0/description").asText()).isEqualTo("Other");
    }

    private void refused(ObjectNode command, String fault) {
        refused(fault, command);
    }

    private void refused(String fault, ObjectNode... published) {
        int before = scene.stage.violations().size();
        assertThat(publish(published).fault()).contains(fault);
        assertThat(scene.stage.violations()).hasSize(before + 1);
    }

    private RawRest.Result publish(ObjectNode... published) {
        ArrayNode body = Json.array();
        for (ObjectNode command : published) {
            body.add(command);
        }
        return scene.rest.call("PUT", commands, body.toString());
    }

    private static ObjectNode command(String name) {
        return Json.object().put("name", name).put("description", "Does it");
    }

    private static ObjectNode option(ObjectNode command, String name, boolean required) {
        command.withArray("/options")
                .addObject()
                .put("type", 3)
                .put("name", name)
                .put("description", "Some")
                .put("required", required);
        return command;
    }
}
