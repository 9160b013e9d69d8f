package io.github.mirrorball.show.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers one night from the rows of a table. Not thread-safe. */
final class NightBuilder {

    private final int number;
    private Optional<String> title = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private Optional<LocalTime> time = Optional.empty();
    private final Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
    private final Set<String> eliminated = new LinkedHashSet<>();
    private final Set<String> withdrew = new LinkedHashSet<>();
    private boolean saysWhoLeft;

    NightBuilder(int number) {
        this.number = number;
    }

    void setTitle(String text) {
        title = text.isBlank() ? title : Optional.of(text.strip());
    }

    void setDate(Optional<LocalDate> day, Optional<LocalTime> clock) {
        date = day.or(() -> date);
        time = clock.or(() -> time);
    }

    void addMarks(String name, List<BigDecimal> given) {
        if (!given.isEmpty()) {
            marks.computeIfAbsent(name, who -> new ArrayList<>()).addAll(given);
        }
    }

    boolean hasMarks(String name) {
        return marks.containsKey(name);
    }

    void addFate(String name, Fate.Kind fate) {
        saysWhoLeft |= fate != Fate.Kind.NOTHING && fate != Fate.Kind.OTHER;
        if (fate == Fate.Kind.ELIMINATED) {
            eliminated.add(name);
        } else if (fate == Fate.Kind.WITHDREW) {
            withdrew.add(name);
        }
    }

    /** Says who left, nobody included, without naming anybody. */
    void markWhoLeftKnown() {
        saysWhoLeft = true;
    }

    Sheet.Night build() {
        return new Sheet.Night(
                number,
                title,
                date,
                time,
                marks,
                saysWhoLeft ? Optional.of(List.copyOf(eliminated)) : Optional.empty(),
                List.copyOf(withdrew));
    }
}
