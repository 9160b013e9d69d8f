package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Result;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result as an object. In a file the placements stand beside the episodes, since they belong to the whole season; where a result
 * is kept alone they stand in it.
 */
final class ResultJson {

    static final List<String> IN_FILES = List.of("eliminated", "withdrew", "scores", "answers");
    static final List<String> ALONE = List.of("eliminated", "withdrew", "scores", "placements", "answers");

    private static final int MOST_PEOPLE = 100;
    private static final int MOST_MARKS = 100;
    private static final int LARGEST_PLACE = 1_000_000;

    private ResultJson() {}

    static ObjectNode write(Result result) {
        ObjectNode object = Nodes.object();
        result.eliminated().ifPresent(people -> object.set("eliminated", Nodes.texts(people)));
        object.set("withdrew", Nodes.texts(result.withdrew()));
        result.marks().ifPresentOrElse(marks -> readScores(object, marks), () -> object.putNull("scores"));
        if (!result.answers().isEmpty()) {
            ObjectNode answers = object.putObject("answers");
            result.answers().forEach((question, right) -> answers.set(question, Nodes.texts(right)));
        }
        return object;
    }

    private static void readScores(ObjectNode object, Map<String, List<BigDecimal>> marks) {
        ObjectNode scores = object.putObject("scores");
        marks.forEach((who, given) -> scores.set(who, Nodes.numbers(given)));
    }

    static ObjectNode writeAlone(Result result) {
        ObjectNode object = write(result);
        if (!result.placements().isEmpty()) {
            object.set("placements", placements(result.placements()));
        }
        return object;
    }

    static ObjectNode placements(Map<String, Integer> placements) {
        ObjectNode object = Nodes.object();
        placements.forEach(object::put);
        return object;
    }

    /** The result that stands here, as far as it can be read; whether it can be is not judged here. */
    static Result read(Spot spot, List<String> fields) {
        if (!spot.isObjectOf(fields)) {
            return Result.NOTHING;
        }
        return new Result(
                spot.field("eliminated").map(ResultJson::people),
                spot.field("withdrew").map(ResultJson::people).orElse(List.of()),
                marks(spot),
                spot.field("placements").map(ResultJson::placements).orElse(Map.of()),
                spot.field("answers").map(ResultJson::answers).orElse(Map.of()));
    }

    private static List<String> people(Spot spot) {
        return texts(spot, CastReader.LONGEST_ID);
    }

    private static List<String> texts(Spot spot, int longest) {
        return spot.items(0, MOST_PEOPLE).stream()
                .map(item -> item.text(longest))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Map<String, List<BigDecimal>>> marks(Spot spot) {
        Optional<Spot> scores = spot.field("scores");
        if (scores.filter(Spot::isNull).isPresent()) {
            return Optional.empty();
        }
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        scores.ifPresent(given -> given.entries().forEach((who, panel) -> marks.put(who, numbers(panel))));
        return Optional.of(marks);
    }

    private static List<BigDecimal> numbers(Spot spot) {
        return spot.items(0, MOST_MARKS).stream()
                .map(Spot::number)
                .flatMap(Optional::stream)
                .toList();
    }

    static Map<String, Integer> placements(Spot spot) {
        Map<String, Integer> placements = new LinkedHashMap<>();
        spot.entries()
                .forEach((who, place) ->
                        place.whole(-LARGEST_PLACE, LARGEST_PLACE).ifPresent(number -> placements.put(who, number)));
        return placements;
    }

    private static Map<String, List<String>> answers(Spot spot) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        spot.entries().forEach((question, right) -> answers.put(question, texts(right, Ask.LONGEST_ANSWER)));
        return answers;
    }
}
