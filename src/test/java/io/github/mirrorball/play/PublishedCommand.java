package io.github.mirrorball.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.world.StageFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A slash command as it is published, and ways to fill in its parameters: the required ones alone, and each other one in turn with some of the
 * values that it takes.
 *
 * @param path such as {@code season import}
 */
record PublishedCommand(String path, List<JsonNode> parameters) {

    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int TEXT = 3;
    private static final int WHOLE = 4;
    private static final int FLAG = 5;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int NUMBER = 10;
    private static final int FILE = 11;

    /** Values that are more than any text, by the name of a parameter. */
    private static final Map<String, List<Object>> KNOWN = Map.ofEntries(
            Map.entry("contestant", List.of("ann", "bob", "cyd", "dee")),
            Map.entry("airs", List.of("2026-01-12 20:00")),
            Map.entry("lock", List.of("2026-01-10 19:00")),
            Map.entry("at", List.of("2026-01-10 19:30")),
            Map.entry("asks", List.of("elimination, top_score", "nothing")),
            Map.entry("poll", List.of("1", "2", "3")),
            Map.entry("season", List.of("1")),
            Map.entry("zone", List.of("Europe/London")),
            Map.entry("episode", List.of(1L, 2L)));

    static Stream<PublishedCommand> of(ObjectNode command) {
        return leaves(command.path("name").asText(), command);
    }

    private static Stream<PublishedCommand> leaves(String path, JsonNode node) {
        List<JsonNode> options = Json.each(node.path("options")).toList();
        boolean inner = options.stream().anyMatch(each -> type(each) == SUBCOMMAND || type(each) == GROUP);
        return inner
                ? options.stream()
                        .flatMap(each -> leaves(path + " " + each.path("name").asText(), each))
                : Stream.of(new PublishedCommand(path, options));
    }

    private static int type(JsonNode option) {
        return option.path("type").asInt();
    }

    /** How many ways there are to fill it in. */
    int ways() {
        return fillings().size();
    }

    /** One way to fill it in; channel and role are named by their parameter's type and put in by the caller. */
    Map<String, Object> way(int number, Object channel, Object role) {
        Map<String, Object> filled = new HashMap<>(fillings().get(number));
        filled.replaceAll((name, value) -> value.equals(CHANNEL) ? channel : value.equals(ROLE) ? role : value);
        return filled;
    }

    /** The names of the parameters at which values are suggested. */
    List<String> suggesting() {
        return parameters.stream()
                .filter(each -> each.path("autocomplete").asBoolean())
                .map(each -> each.path("name").asText())
                .toList();
    }

    private List<Map<String, Object>> fillings() {
        Map<String, Object> least = new HashMap<>();
        parameters.stream()
                .filter(each -> each.path("required").asBoolean())
                .forEach(each ->
                        least.put(each.path("name").asText(), values(each).get(0)));
        List<Map<String, Object>> ways = new ArrayList<>(List.of(least));
        for (JsonNode each : parameters) {
            for (Object value : values(each)) {
                Map<String, Object> way = new HashMap<>(least);
                way.put(each.path("name").asText(), value);
                if (!ways.contains(way)) {
                    ways.add(way);
                }
            }
        }
        return ways;
    }

    private static List<Object> values(JsonNode parameter) {
        if (!parameter.path("choices").isEmpty()) {
            return Json.each(parameter.path("choices"))
                    .map(choice -> choice.path("value"))
                    .map(value -> value.isTextual() ? (Object) value.asText() : value.numberValue())
                    .toList();
        }
        return switch (type(parameter)) {
            case WHOLE -> known(parameter, parameter.path("min_value").asLong(1));
            case FLAG -> List.of(true, false);
            case NUMBER -> List.of(parameter.path("min_value").asDouble(1));
            case FILE ->
                List.of(new StageFile("season.json", SmallSeasons.oneNight().getBytes(StandardCharsets.UTF_8)));
            case TEXT -> known(parameter, "Some text");
            default -> List.of(type(parameter));
        };
    }

    private static List<Object> known(JsonNode parameter, Object otherwise) {
        List<Object> known = KNOWN.getOrDefault(parameter.path("name").asText(), List.of(otherwise));
        return known.get(0) instanceof String == otherwise instanceof String ? known : List.of(otherwise);
    }
}
