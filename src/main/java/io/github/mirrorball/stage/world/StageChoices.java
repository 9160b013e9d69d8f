package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.mirrorball.stage.rules.Json;
import java.util.List;

/** What is offered while someone types a command. */
public record StageChoices(List<Choice> choices) implements StageAnswer {
    /** One suggestion: what is shown, and what is sent for it. */
    public record Choice(String name, String value) {}

    public static StageChoices of(ArrayNode choices) {
        return new StageChoices(Json.each(choices)
                .map(choice -> new Choice(
                        choice.path("name").asText(), choice.path("value").asText()))
                .toList());
    }

    public List<String> names() {
        return choices.stream().map(Choice::name).toList();
    }

    public List<String> values() {
        return choices.stream().map(Choice::value).toList();
    }
}
