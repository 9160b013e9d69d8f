package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import io.github.mirrorball.stage.world.DocumentRoutes.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The schemas of all bodies, each compiled when it is first needed. Thread-safe. */
final class DocumentSchemas {
    private static final String PLACE = "https://discord.com/openapi.json";

    private final JsonNode schemas;
    private final SchemaRegistry registry;
    private final ConcurrentMap<String, Schema> compiled = new ConcurrentHashMap<>();

    /** Takes what {@link BodySchemas} made. */
    DocumentSchemas(JsonNode schemas) {
        this.schemas = schemas.at("/components/schemas");
        this.registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(PLACE, schemas.toString())).schemaRegistryConfig(config()));
    }

    List<String> requestFaults(Operation operation, Optional<JsonNode> body) {
        return faults(BodySchemas.request(operation), body.filter(DocumentSchemas::saysSomething));
    }

    /** Server errors stand in no document: whatever they say conforms. */
    List<String> answerFaults(Operation operation, int status, Optional<JsonNode> body) {
        if (status >= 500) {
            return List.of();
        }
        return operation
                .answer(status)
                .map(documented -> faults(BodySchemas.answer(operation, documented), body))
                .orElseGet(() -> List.of("no documented answer, those are " + operation.answers()));
    }

    private List<String> faults(String key, Optional<JsonNode> body) {
        boolean described = schemas.has(key);
        if (described != body.isPresent()) {
            return List.of(described ? "$: a body is required" : "$: no body is documented");
        }
        return body
                .map(present -> FittingFaults.of(schema(key).validate(present.toString(), InputFormat.JSON)))
                .orElseGet(List::of)
                .stream()
                .map(DocumentSchemas::text)
                .distinct()
                .toList();
    }

    private static String text(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }

    private static boolean saysSomething(JsonNode body) {
        return !body.isNull() && !body.isMissingNode();
    }

    private Schema schema(String key) {
        return compiled.computeIfAbsent(
                key, name -> registry.getSchema(SchemaLocation.of(PLACE + "#/components/schemas/" + name)));
    }

    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_PATH)
                .preloadSchema(false)
                .build();
    }
}
