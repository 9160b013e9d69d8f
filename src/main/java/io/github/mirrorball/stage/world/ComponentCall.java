package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import java.util.List;

/** What someone did with a message's button or menu, checked as Discord's own client checks it. */
final class ComponentCall {
    private ComponentCall() {}

    static ObjectNode press(Post post, String customId) {
        ObjectNode button = enabled(post, customId);
        if (Components.type(button) != Components.BUTTON) {
            throw new IllegalArgumentException(customId + " is no button");
        }
        return data(button, customId);
    }

    static ObjectNode choose(Post post, String customId, List<String> values) {
        ObjectNode menu = enabled(post, customId);
        if (Components.type(menu) == Components.BUTTON) {
            throw new IllegalArgumentException(customId + " is no menu");
        }
        JsonNode chosen = FilledField.choose(menu, values);
        JsonNode filled = Json.array().add(menu.deepCopy().set("values", chosen));
        ObjectNode data = data(menu, customId);
        data.set("values", chosen);
        data.set("resolved", FilledField.resolve(post.channel.world, post.channel, filled));
        return data;
    }

    private static ObjectNode enabled(Post post, String customId) {
        ObjectNode component = post.component(customId)
                .orElseThrow(() -> new IllegalArgumentException("No " + customId + " in " + post.json()));
        if (component.path("disabled").asBoolean()) {
            throw new IllegalArgumentException(customId + " is disabled");
        }
        return component;
    }

    private static ObjectNode data(ObjectNode component, String customId) {
        return Json.object()
                .put("component_type", Components.type(component))
                .put("custom_id", customId)
                .put("id", component.path("id").asInt());
    }
}
