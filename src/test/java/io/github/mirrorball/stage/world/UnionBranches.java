package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rewrites {@code oneOf} and {@code anyOf} into decisions that mean the same, so that a fault is told by the one branch
 * that was meant and not by all of them: null or else the other; a list of constants; a branch for each {@code type}.
 * What cannot be decided stays as it is.
 */
final class UnionBranches {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TELLING = List.of("type", "entity_type");

    private final JsonNode schemas;

    private UnionBranches(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** Changes named schemas in place. */
    static void decide(ObjectNode schemas) {
        new UnionBranches(schemas).visit(schemas);
    }

    private void visit(JsonNode node) {
        node.forEach(this::visit);
        if (node instanceof ObjectNode schema) {
            schema.remove("x-discord-union");
            Stream.of("oneOf", "anyOf")
                    .filter(union -> schema.path(union).isArray())
                    .toList()
                    .forEach(union -> decide(schema, union));
        }
    }

    private void decide(ObjectNode schema, String union) {
        List<JsonNode> all = elements(schema.path(union));
        List<JsonNode> branches = all.stream().filter(branch -> !isNull(branch)).toList();
        if (all.stream().allMatch(branch -> branch.has("const"))) {
            replace(schema, union, constants(all));
        } else {
            decided(branches)
                    .ifPresent(rest -> replace(schema, union, branches.size() < all.size() ? nullOr(rest) : rest));
        }
    }

    private Optional<ObjectNode> decided(List<JsonNode> branches) {
        if (branches.size() == 1) {
            return Optional.of(branches.get(0).deepCopy());
        }
        return TELLING.stream()
                .filter(name -> tells(name, branches))
                .findFirst()
                .map(name -> byProperty(name, branches));
    }

    /** Whether the property is required in every branch, with values that no two of them share. */
    private boolean tells(String name, List<JsonNode> branches) {
        Set<JsonNode> seen = new HashSet<>();
        return branches.stream().allMatch(branch -> {
            List<JsonNode> values = values(name, branch);
            return !values.isEmpty() && values.stream().allMatch(seen::add);
        });
    }

    private List<JsonNode> values(String name, JsonNode branch) {
        JsonNode schema = resolved(branch);
        boolean required = elements(schema.path("required")).contains(JSON.textNode(name));
        return required ? elements(schema.at("/properties/" + name + "/enum")) : List.of();
    }

    private ObjectNode byProperty(String name, List<JsonNode> branches) {
        List<JsonNode> known = new ArrayList<>();
        ArrayNode decisions = JSON.arrayNode();
        for (JsonNode branch : branches) {
            List<JsonNode> values = values(name, branch);
            known.addAll(values);
            ObjectNode decision = decisions.addObject();
            decision.set("if", having(name, values));
            decision.set("then", branch.deepCopy());
        }
        decisions.add(having(name, known));
        return JSON.objectNode().set("allOf", decisions);
    }

    private static ObjectNode having(String name, List<JsonNode> values) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putArray("required").add(name);
        schema.putObject("properties").putObject(name).putArray("enum").addAll(values);
        return schema;
    }

    private static ObjectNode nullOr(ObjectNode rest) {
        ObjectNode decision = JSON.objectNode();
        decision.putObject("if").put("type", "null");
        return decision.set("else", rest);
    }

    private static ObjectNode constants(List<JsonNode> branches) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode values = schema.putArray("enum");
        branches.forEach(branch -> values.add(branch.path("const")));
        return schema;
    }

    private static void replace(ObjectNode schema, String union, ObjectNode decision) {
        schema.remove(union);
        schema.withArray("allOf").add(decision);
    }

    private JsonNode resolved(JsonNode branch) {
        String ref = branch.path("$ref").asText();
        return ref.isEmpty() ? branch : schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static boolean isNull(JsonNode branch) {
        return branch.path("type").asText().equals("null");
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
