package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.CommandRules;
import io.github.mirrorball.stage.rules.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What someone typed as a slash command, checked as Discord's own client checks it. */
final class SlashCall {
    private final StageUser user;
    private final StageChannel channel;
    private final Map<String, Object> given;
    private final Optional<String> focused;
    private final ObjectNode resolved = Json.object();

    private SlashCall(StageUser user, StageChannel channel, Map<String, Object> given, Optional<String> focused) {
        this.user = user;
        this.channel = channel;
        this.given = given;
        this.focused = focused;
    }

    static ObjectNode run(StageUser user, StageChannel channel, String path, Map<String, Object> given) {
        return new SlashCall(user, channel, given, Optional.empty()).data(path);
    }

    static ObjectNode type(
            StageUser user, StageChannel channel, String path, Map<String, Object> given, String focused) {
        return new SlashCall(user, channel, given, Optional.of(focused)).data(path);
    }

    private ObjectNode data(String path) {
        String[] names = path.split(" ");
        ObjectNode command = channel.world.commands.foundBy(user, channel, names[0], CommandRules.SLASH);
        ObjectNode data = Json.object()
                .put("id", command.path("id").asText())
                .put("name", names[0])
                .put("type", CommandRules.SLASH);
        JsonNode described = command;
        ObjectNode filled = data;
        for (int depth = 1; depth < names.length; depth++) {
            described = sub(described, names[depth]);
            ObjectNode inner = Json.object()
                    .put("name", names[depth])
                    .put("type", described.path("type").asInt());
            filled.set("options", Json.array().add(inner));
            filled = inner;
        }
        filled.set("options", options(described, path));
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
        return data;
    }

    private static JsonNode sub(JsonNode described, String name) {
        return Json.each(described.path("options"))
                .filter(option -> option.path("name").asText().equals(name)
                        && option.path("type").asInt() <= OptionValue.GROUP)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No subcommand " + name));
    }

    private ArrayNode options(JsonNode described, String path) {
        ArrayNode options = Json.array();
        Set<String> unknown = new HashSet<>(given.keySet());
        for (JsonNode option : described.path("options")) {
            String name = option.path("name").asText();
            if (option.path("type").asInt() <= OptionValue.GROUP) {
                throw new IllegalArgumentException("/" + path + " needs a subcommand");
            }
            unknown.remove(name);
            option(option, name, path).ifPresent(options::add);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("/" + path + " has no parameter " + unknown);
        }
        return options;
    }

    private Optional<ObjectNode> option(JsonNode described, String name, String path) {
        boolean isFocused = focused.filter(name::equals).isPresent();
        if (!given.containsKey(name)) {
            if (described.path("required").asBoolean() && focused.isEmpty()) {
                throw new IllegalArgumentException("/" + path + " needs " + name);
            }
            return isFocused ? Optional.of(focus(described, "")) : Optional.empty();
        }
        Object value = given.get(name);
        if (isFocused) {
            return Optional.of(focus(described, String.valueOf(value)));
        }
        ObjectNode option = Json.object()
                .put("name", name)
                .put("type", described.path("type").asInt());
        option.set("value", new OptionValue(described, channel, resolved, focused.isEmpty()).read(value));
        return Optional.of(option);
    }

    private static ObjectNode focus(JsonNode described, String typed) {
        if (!described.path("autocomplete").asBoolean()) {
            throw new IllegalArgumentException(described.path("name").asText() + " does not autocomplete");
        }
        return Json.object()
                .put("name", described.path("name").asText())
                .put("type", described.path("type").asInt())
                .put("value", typed)
                .put("focused", true);
    }
}
