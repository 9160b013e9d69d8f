package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the documented operation behind a concrete path; a literal segment goes before a parameter. */
final class DocumentRoutes {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Map<String, List<Operation>> byShape = new HashMap<>();

    DocumentRoutes(JsonNode document) {
        document.path("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
        // '{' sorts after every character that a literal segment starts with, '@' included
        byShape.values().forEach(operations -> operations.sort(Comparator.comparing(Operation::template)));
    }

    Stream<Operation> all() {
        return byShape.values().stream().flatMap(List::stream);
    }

    Optional<Operation> find(String method, String path) {
        List<String> segments = segments(path);
        return byShape.getOrDefault(shape(method, segments), List.of()).stream()
                .filter(operation -> operation.fits(segments))
                .findFirst();
    }

    private void add(String template, JsonNode item) {
        List<String> segments = segments(template);
        item.properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .forEach(field -> byShape.computeIfAbsent(shape(field.getKey(), segments), any -> new ArrayList<>())
                        .add(new Operation(
                                field.getKey().toUpperCase(Locale.ROOT),
                                template,
                                segments,
                                snowflakes(item.path("parameters")),
                                field.getValue())));
    }

    private static Set<String> snowflakes(JsonNode parameters) {
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : parameters) {
            if (parameter.at("/schema/$ref").asText().endsWith("/SnowflakeType")) {
                names.add("{" + parameter.path("name").asText() + "}");
            }
        }
        return names;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String shape(String method, List<String> segments) {
        return method.toLowerCase(Locale.ROOT) + segments.size();
    }

    /** One method on one documented path; {@code node} is its operation object. */
    record Operation(String method, String template, List<String> segments, Set<String> snowflakes, JsonNode node) {
        String name() {
            return method + " " + template;
        }

        String id() {
            return node.path("operationId").asText();
        }

        boolean takesBody() {
            return node.has("requestBody");
        }

        /** The key of the documented answer to a status: the exact one, or else its class ({@code 4XX}). */
        Optional<String> answer(int status) {
            return Stream.of(String.valueOf(status), status / 100 + "XX")
                    .filter(node.path("responses")::has)
                    .findFirst();
        }

        String answers() {
            return node.path("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
        }

        private boolean fits(List<String> path) {
            return IntStream.range(0, segments.size()).allMatch(i -> fits(segments.get(i), path.get(i)));
        }

        private boolean fits(String documented, String actual) {
            if (!documented.startsWith("{")) {
                return documented.equals(actual);
            }
            return snowflakes.contains(documented) ? actual.matches("[0-9]{1,20}") : !actual.isEmpty();
        }
    }
}
