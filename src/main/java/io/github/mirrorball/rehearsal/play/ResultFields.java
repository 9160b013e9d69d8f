package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.stage.world.StageForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A result as a host types it into the bot's form. */
public final class ResultFields {

    private final Season season;

    private ResultFields(Season season) {
        this.season = season;
    }

    /**
     * What goes into each of the form's fields: texts and lists of values, by the field's custom id.
     *
     * @throws PlayFailure if the result has a part for which the form has no field
     */
    public static Map<String, Object> of(StageForm form, Season season, Result result) {
        Map<String, Object> filled = new ResultFields(season).filled(result);
        Set<String> there =
                form.fields().stream().map(StageForm.Field::customId).collect(Collectors.toSet());
        List<String> lost = filled.entrySet().stream()
                .filter(field -> !there.contains(field.getKey()) && !isEmpty(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!lost.isEmpty()) {
            throw new PlayFailure("The result form has no field for " + String.join(", ", lost) + ".");
        }
        filled.keySet().retainAll(there);
        return filled;
    }

    private static boolean isEmpty(Object value) {
        return value.equals("") || value.equals(List.of()) || value.equals(List.of(Contestant.NO_ONE));
    }

    private Map<String, Object> filled(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        result.eliminated()
                .ifPresent(left -> fields.put("eliminated", left.isEmpty() ? List.of(Contestant.NO_ONE) : left));
        fields.put("withdrew", result.withdrew());
        result.marks().ifPresent(marks -> fields.put("marks", marks(marks)));
        fields.put("placements", placements(result.placements()));
        fields.put("answers", answers(result.answers()));
        return fields;
    }

    private String marks(Map<String, List<BigDecimal>> marks) {
        String lines = marks.entrySet().stream()
                .filter(given -> !given.getValue().isEmpty())
                .map(given -> name(given.getKey()) + ": " + spaced(given.getValue()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Contestant.NO_ONE : lines;
    }

    private static String spaced(List<BigDecimal> marks) {
        return marks.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
    }

    private String placements(Map<String, Integer> placements) {
        return placements.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(place -> place.getValue() + " " + name(place.getKey()))
                .collect(Collectors.joining("\n"));
    }

    /** A line an answer: where two stand on one line, they can look like a third that holds a comma. */
    private static String answers(Map<String, List<String>> answers) {
        return answers.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(right -> each.getKey() + ": " + right))
                .collect(Collectors.joining("\n"));
    }

    private String name(String contestant) {
        return season.contestant(contestant).map(Contestant::name).orElse(contestant);
    }
}
