package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Widens the schemas of requests by what JDA 6.5 sends and Discord takes although the document says otherwise, and by
 * nothing else: ids of emoji and attachments as numbers, default permissions, contexts and integration types as
 * strings.
 */
final class RequestHabits {
    private RequestHabits() {}

    /** Widens a copy. */
    static JsonNode allow(JsonNode schemas) {
        JsonNode widened = schemas.deepCopy();
        JsonNode named = widened.at("/components/schemas");
        replace(named, "SnowflakeType", orNumber(named.path("SnowflakeType")));
        List.of("InteractionContextType", "ApplicationIntegrationType")
                .forEach(name -> replace(named, name, orDigits(named.path(name))));
        named.findParents("default_member_permissions").stream()
                .map(properties -> (ObjectNode) properties)
                .forEach(properties -> properties.set(
                        "default_member_permissions", orDigits(properties.path("default_member_permissions"))));
        return widened;
    }

    private static void replace(JsonNode schemas, String name, JsonNode schema) {
        ((ObjectNode) schemas).set(name, schema);
    }

    private static ObjectNode orNumber(JsonNode schema) {
        ObjectNode number =
                JsonNodeFactory.instance.objectNode().put("type", "integer").put("minimum", 0);
        return otherwise("integer", number, schema);
    }

    private static ObjectNode orDigits(JsonNode schema) {
        return otherwise("string", JsonNodeFactory.instance.objectNode().put("pattern", digits(schema)), schema);
    }

    /** The schema's own numbers where it lists them, otherwise any. */
    private static String digits(JsonNode schema) {
        JsonNode listed = schema.findPath("enum");
        return listed.isMissingNode()
                ? "^[0-9]+$"
                : StreamSupport.stream(listed.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("|", "^(", ")$"));
    }

    private static ObjectNode otherwise(String type, JsonNode widening, JsonNode schema) {
        ObjectNode decision = JsonNodeFactory.instance.objectNode();
        decision.putObject("if").put("type", type);
        decision.set("then", widening);
        return decision.set("else", schema);
    }
}
