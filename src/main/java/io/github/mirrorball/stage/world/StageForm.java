package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import java.util.List;
import java.util.Optional;

/** A form that the bot opened. */
public final class StageForm implements StageAnswer {
    private final ObjectNode data;
    final Interaction opener;

    public StageForm(ObjectNode data, Interaction opener) {
        this.data = data;
        this.opener = opener;
    }

    /**
     * Something to fill in.
     *
     * @param label what stands above it
     * @param values what stands in it already
     */
    public record Field(String customId, String label, int type, boolean required, List<String> values) {}

    public String customId() {
        return data.path("custom_id").asText();
    }

    public String title() {
        return data.path("title").asText();
    }

    /** Discord's form as the bot sent it. */
    public ObjectNode json() {
        return data.deepCopy();
    }

    public List<Field> fields() {
        return Json.each(data.path("components"))
                .flatMap(outer -> Components.flatten(Json.array().add(outer)).stream())
                .filter(component -> Json.has(component, "custom_id"))
                .map(component -> field(labelOf(component), component))
                .toList();
    }

    /** The field of that custom id. */
    public Field field(String customId) {
        return fields().stream()
                .filter(field -> field.customId().equals(customId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No field " + customId + " in " + data));
    }

    private String labelOf(ObjectNode component) {
        return Json.each(data.path("components"))
                .filter(outer -> Components.flatten(Json.array().add(outer)).contains(component))
                .findFirst()
                .flatMap(outer -> Json.text(outer, "label"))
                .or(() -> Json.text(component, "label"))
                .orElse("");
    }

    private static Field field(String label, ObjectNode component) {
        return new Field(
                component.path("custom_id").asText(),
                label,
                Components.type(component),
                component.path("required").asBoolean(true),
                prefilled(component));
    }

    static List<String> prefilled(JsonNode component) {
        Optional<String> value = Json.text(component, "value");
        if (value.isPresent()) {
            return value.stream().toList();
        }
        if (Json.has(component, "default")) {
            return List.of(component.path("default").asText());
        }
        List<String> entities = Json.each(component.path("default_values"))
                .map(entity -> entity.path("id").asText())
                .toList();
        return entities.isEmpty() ? preselected(component) : entities;
    }

    private static List<String> preselected(JsonNode component) {
        return Json.each(component.path("options"))
                .filter(option -> option.path("default").asBoolean())
                .map(option -> option.path("value").asText())
                .toList();
    }

    ArrayNode components() {
        return Json.copy(data.path("components"));
    }

    @Override
    public String toString() {
        return "form " + title();
    }
}
