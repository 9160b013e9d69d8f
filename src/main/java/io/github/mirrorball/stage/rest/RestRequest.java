package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.StageFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One REST request, taken apart. */
record RestRequest(
        Map<String, String> path, Map<String, String> query, Optional<JsonNode> body, List<StageFile> files) {
    /** A path parameter that is an id. */
    long id(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw Refusal.form(name + ": not a snowflake");
        }
    }

    String text(String name) {
        return path.getOrDefault(name, "");
    }

    /** The body as an object; an empty one where there is none. */
    ObjectNode object() {
        return body.filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(Json::object);
    }

    int number(String name, int otherwise) {
        return query.containsKey(name) ? (int) Long.parseLong(query.get(name)) : otherwise;
    }

    Optional<Long> snowflake(String name) {
        return Optional.ofNullable(query.get(name)).map(Long::parseLong);
    }
}
