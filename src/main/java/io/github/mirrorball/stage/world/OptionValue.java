package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;

/** One parameter's value, as its type wants it; whatever it refers to goes into the resolved data. */
record OptionValue(JsonNode described, StageChannel channel, ObjectNode resolved, boolean checked) {
    static final int GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;
    private static final int ATTACHMENT = 11;

    JsonNode read(Object value) {
        int type = described.path("type").asInt();
        if (value instanceof StageUser user && (type == USER || type == MENTIONABLE)) {
            return TextNode.valueOf(user(user));
        } else if (value instanceof StageChannel chosen && type == CHANNEL) {
            return TextNode.valueOf(channel(chosen));
        } else if (value instanceof StageRole role && (type == ROLE || type == MENTIONABLE)) {
            return TextNode.valueOf(role(role));
        } else if (value instanceof StageFile file && type == ATTACHMENT) {
            return TextNode.valueOf(file(file));
        } else if (value instanceof String text && type == STRING) {
            return chosen(TextNode.valueOf(text));
        } else if (value instanceof Boolean flag && type == BOOLEAN) {
            return BooleanNode.valueOf(flag);
        } else if (value instanceof Number number && type == INTEGER) {
            return chosen(LongNode.valueOf(number.longValue()));
        } else if (value instanceof Number number && type == NUMBER) {
            return chosen(DoubleNode.valueOf(number.doubleValue()));
        }
        throw new IllegalArgumentException(name() + " cannot be " + value);
    }

    private String name() {
        return described.path("name").asText();
    }

    /** What can be typed is limited by the choices and bounds that the command was published with. */
    private JsonNode chosen(JsonNode value) {
        JsonNode choices = described.path("choices");
        boolean offered = choices.isEmpty()
                || Json.each(choices)
                        .anyMatch(choice -> choice.path("value").asText().equals(value.asText()));
        boolean inRange = value.isTextual() ? lengthFits(value.asText()) : sizeFits(value.asDouble());
        if (checked && (!offered || !inRange)) {
            throw new IllegalArgumentException(name() + " cannot be " + value);
        }
        return value;
    }

    private boolean lengthFits(String text) {
        return text.length() >= described.path("min_length").asInt(0)
                && text.length() <= described.path("max_length").asInt(6000);
    }

    private boolean sizeFits(double number) {
        return number >= described.path("min_value").asDouble(-Double.MAX_VALUE)
                && number <= described.path("max_value").asDouble(Double.MAX_VALUE);
    }

    private String user(StageUser user) {
        String id = Long.toString(user.id());
        resolved.withObject("/users").set(id, user.person.json());
        if (channel.server != null) {
            resolved.withObject("/members").set(id, ServerJson.resolvedMember(channel.server, user.person, channel));
        }
        return id;
    }

    private String channel(StageChannel chosen) {
        JsonNode types = described.path("channel_types");
        if (!types.isEmpty() && Json.each(types).noneMatch(type -> type.asInt() == chosen.type)) {
            throw new IllegalArgumentException(name() + " cannot be " + chosen);
        }
        ObjectNode json = Json.object()
                .put("id", Long.toString(chosen.id))
                .put("name", chosen.name)
                .put("type", chosen.type)
                .put("permissions", Long.toString(Permission.ALL));
        resolved.withObject("/channels").set(Long.toString(chosen.id), json);
        return Long.toString(chosen.id);
    }

    private String role(StageRole role) {
        resolved.withObject("/roles").set(Long.toString(role.id), role.json(1));
        return Long.toString(role.id);
    }

    private String file(StageFile file) {
        ObjectNode stored = channel.world.cdn.store(channel.id, file);
        String id = stored.path("id").asText();
        resolved.withObject("/attachments").set(id, stored.put("ephemeral", true));
        return id;
    }
}
