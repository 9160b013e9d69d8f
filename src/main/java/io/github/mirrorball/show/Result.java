package io.github.mirrorball.show;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An episode's facts, which may come in parts: a part that is not in yet is empty.
 *
 * @param eliminated who was eliminated; an empty list says that nobody was
 * @param withdrew who withdrew, which is no elimination
 * @param marks the judges' marks by contestant; an empty map says that there were no marks that night
 * @param placements final places by contestant, 1 for a winner; empty while they are not in
 * @param answers the right answers to custom questions, by the question
 */
public record Result(
        Optional<List<String>> eliminated,
        List<String> withdrew,
        Optional<Map<String, List<BigDecimal>>> marks,
        Map<String, Integer> placements,
        Map<String, List<String>> answers) {

    /** Nothing is known yet. */
    public static final Result NOTHING = new Result(Optional.empty(), List.of(), Optional.empty(), Map.of(), Map.of());

    public Result {
        eliminated = eliminated.map(List::copyOf);
        withdrew = List.copyOf(withdrew);
        marks = marks.map(Result::copy);
        placements = Collections.unmodifiableMap(new LinkedHashMap<>(placements));
        answers = copy(answers);
    }

    /** In the order in which they were given, so that what was entered reads back the same. */
    private static <T> Map<String, List<T>> copy(Map<String, List<T>> lists) {
        Map<String, List<T>> copy = new LinkedHashMap<>();
        lists.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        return Collections.unmodifiableMap(copy);
    }

    /** Everyone who is out of the show after this. */
    public Set<String> gone() {
        Set<String> gone = new HashSet<>(withdrew);
        eliminated.ifPresent(gone::addAll);
        return gone;
    }

    /** Totals of those who were marked: exact sums, rounded half up to two places for comparison and display. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        marks.ifPresent(all -> all.forEach((contestant, given) -> {
            if (!given.isEmpty()) {
                totals.put(contestant, total(given));
            }
        }));
        return totals;
    }

    private static BigDecimal total(List<BigDecimal> given) {
        return given.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP);
    }
}
