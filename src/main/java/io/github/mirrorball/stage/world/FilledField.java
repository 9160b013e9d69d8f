package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What someone put into menus and forms, checked as Discord's own client checks it. */
final class FilledField {
    private FilledField() {}

    /** A form's components as they come back from the person. */
    static ArrayNode fill(StageForm form, Map<String, Object> values) {
        Set<String> unknown = new HashSet<>(values.keySet());
        ArrayNode filled = Json.array();
        int id = 0;
        for (JsonNode outer : form.components()) {
            id++;
            ObjectNode copy = Json.object()
                    .put("type", Components.type(outer))
                    .put("id", outer.path("id").asInt(id));
            if (Components.type(outer) == Components.LABEL) {
                copy.set("component", field(outer.path("component"), values, unknown));
            } else if (Components.type(outer) == Components.ROW) {
                copy.putArray("components").add(field(outer.path("components").path(0), values, unknown));
            }
            filled.add(copy);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(form + " has no " + unknown);
        }
        return filled;
    }

    private static ObjectNode field(JsonNode asked, Map<String, Object> values, Set<String> unknown) {
        String customId = asked.path("custom_id").asText();
        unknown.remove(customId);
        Optional<Object> given = Optional.ofNullable(values.get(customId));
        List<String> filled = given.map(FilledField::texts).orElseGet(() -> StageForm.prefilled(asked));
        ObjectNode field = Json.object()
                .put("type", Components.type(asked))
                .put("id", asked.path("id").asInt(100 + unknown.size()))
                .put("custom_id", customId);
        boolean required = asked.path("required").asBoolean(true);
        switch (Components.type(asked)) {
            case Components.TEXT_INPUT -> field.put("value", text(asked, filled, required));
            case Components.CHECKBOX -> field.put("value", filled.contains("true"));
            case Components.RADIO_GROUP -> field.put("value", filled.isEmpty() ? null : filled.get(0));
            default -> field.set("values", filled.isEmpty() && !required ? Json.array() : choose(asked, filled));
        }
        return field;
    }

    private static List<String> texts(Object given) {
        List<String> texts = new ArrayList<>();
        if (given instanceof Iterable<?> several) {
            several.forEach(one -> texts.add(String.valueOf(one)));
        } else {
            texts.add(String.valueOf(given));
        }
        return texts;
    }

    private static String text(JsonNode asked, List<String> filled, boolean required) {
        String text = String.join("\n", filled);
        int least = Math.max(
                required ? 1 : 0, text.isEmpty() ? 0 : asked.path("min_length").asInt(0));
        if (text.length() < least || text.length() > asked.path("max_length").asInt(4000)) {
            throw new IllegalArgumentException(asked.path("custom_id") + " cannot hold \"" + text + "\"");
        }
        return text;
    }

    /** The values as a menu sends them, if it offers them and as many. */
    static ArrayNode choose(JsonNode select, List<String> values) {
        int least = select.path("min_values").asInt(1);
        int most = select.path("max_values").asInt(1);
        if (values.size() < least || values.size() > most) {
            throw new IllegalArgumentException("Choose " + least + " to " + most + ", not " + values);
        }
        ArrayNode chosen = Json.array();
        for (String value : values) {
            boolean offered = !select.has("options")
                    || Json.each(select.path("options"))
                            .anyMatch(option -> option.path("value").asText().equals(value));
            if (!offered) {
                throw new IllegalArgumentException(value + " is not offered by " + select);
            }
            chosen.add(value);
        }
        return chosen;
    }

    /** What the ids chosen in menus of people, roles and channels stand for. */
    static ObjectNode resolve(World world, StageChannel channel, JsonNode filled) {
        ObjectNode resolved = Json.object();
        for (ObjectNode menu : Components.flatten(filled)) {
            if (Components.type(menu) >= Components.USER_SELECT && Components.type(menu) <= Components.CHANNEL_SELECT) {
                menu.path("values").forEach(id -> resolve(world, channel, id.asLong(), resolved));
            }
        }
        return resolved;
    }

    private static void resolve(World world, StageChannel channel, long id, ObjectNode resolved) {
        OptionValue mentionable = new OptionValue(Json.object().put("type", 9), channel, resolved, false);
        OptionValue place = new OptionValue(Json.object().put("type", 7), channel, resolved, false);
        channel.server().ifPresent(server -> {
            Optional.ofNullable(server.members.get(id)).ifPresent(mentionable::read);
            server.roles.stream().filter(role -> role.id == id).forEach(mentionable::read);
        });
        Optional.ofNullable(world.channels.get(id)).ifPresent(place::read);
    }
}
