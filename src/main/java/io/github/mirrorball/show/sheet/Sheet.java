package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says about a season, by names as it writes them.
 *
 * @param title of the season, where the file tells it
 * @param cast whoever takes part, in the file's order; empty if it lists nobody
 * @param nights what happened when, in the file's order
 * @param places final places by name
 * @param leftOut what was not taken, and why
 */
public record Sheet(
        Optional<String> title,
        List<Person> cast,
        List<Night> nights,
        Map<String, Integer> places,
        List<Fault> leftOut) {

    public Sheet {
        cast = List.copyOf(cast);
        nights = List.copyOf(nights);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        leftOut = List.copyOf(leftOut);
    }

    /** The same under a title that its host chose. */
    public Sheet called(String other) {
        return new Sheet(Optional.of(other), cast, nights, places, leftOut);
    }

    /** Somebody who takes part. */
    public record Person(String name, Optional<String> partner) {

        /** The name with the partner's. */
        public String label() {
            return partner.map(other -> name + " & " + other).orElse(name);
        }
    }

    /**
     * One broadcast.
     *
     * @param number of the episode or week; 0 where the file has but one night and does not say which
     * @param marks by name
     * @param eliminated by name; empty if the file does not say
     */
    public record Night(
            int number,
            Optional<String> title,
            Optional<LocalDate> date,
            Optional<LocalTime> time,
            Map<String, List<BigDecimal>> marks,
            Optional<List<String>> eliminated,
            List<String> withdrew) {

        public Night {
            marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
            eliminated = eliminated.map(List::copyOf);
            withdrew = List.copyOf(withdrew);
        }

        /** Whether the file tells anything that happened. */
        public boolean isOver() {
            return !marks.isEmpty() || eliminated.isPresent() || !withdrew.isEmpty();
        }
    }
}
