package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.world.DocumentRoutes.Operation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings every body that the document describes, wherever it stands, under one plain key among the named schemas, so
 * that it can be referred to without the braces and slashes of a path.
 */
final class BodySchemas {
    private BodySchemas() {}

    /** What the document calls {@code components}, with {@link #request} and {@link #answer} keys added. */
    static ObjectNode of(JsonNode document, DocumentRoutes routes) {
        ObjectNode schemas = document.at("/components/schemas").deepCopy();
        routes.all().forEach(operation -> {
            schema(operation.node().path("requestBody")).ifPresent(body -> schemas.set(request(operation), body));
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(answer -> schema(resolved(document, answer.getValue()))
                            .ifPresent(body -> schemas.set(answer(operation, answer.getKey()), body)));
        });
        nameFieldFaults(schemas);
        UnionBranches.decide(schemas);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("components").set("schemas", schemas);
        return root;
    }

    /** Faults of single fields have words for codes, as Discord's page on errors shows; the document knows only the numbers of whole answers. */
    private static void nameFieldFaults(ObjectNode schemas) {
        if (schemas.at("/Error/properties/code") instanceof ObjectNode code) {
            code.putArray("type").add("integer").add("string");
        }
    }

    static String request(Operation operation) {
        return operation.id() + ".request";
    }

    static String answer(Operation operation, String status) {
        return operation.id() + "." + status;
    }

    private static JsonNode resolved(JsonNode document, JsonNode answer) {
        return answer.has("$ref") ? document.at(answer.path("$ref").asText().substring(1)) : answer;
    }

    private static Optional<JsonNode> schema(JsonNode described) {
        JsonNode content = described.path("content");
        return Stream.of("application/json", "multipart/form-data")
                .filter(content::has)
                .findFirst()
                .map(type -> content.path(type).path("schema").<JsonNode>deepCopy());
    }
}
