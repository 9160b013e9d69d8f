package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.TypedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them, several after one another: {@code 24h 1h}, {@code 1 day, 60 minutes}; a bare number is in minutes. */
public final class DurationText {

    private static final Pattern ONE = Pattern.compile(
            "(\\d{1,6})\\s?(minute[ns]?|minutos?|mins?|m|hours?|hrs?|h|stunden?|std|horas?|heures?"
                    + "|days?|d|tagen?|tage?|d[ií]as?|jours?|j|weeks?|w|wochen?|semanas?|semaines?)?\\.?(?:[\\s,;]+(?:and|und|y|et)?\\s*|$)");

    private DurationText() {}

    /** The durations in the order in which they are written; empty if any of the text is none. */
    public static Optional<List<Duration>> read(String typed) {
        String text = TypedText.caseFolded(typed);
        List<Duration> read = new ArrayList<>();
        Matcher next = ONE.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!next.region(from, text.length()).lookingAt()) {
                return Optional.empty();
            }
            read.add(duration(
                    Long.parseLong(next.group(1)),
                    Optional.ofNullable(next.group(2)).orElse("m")));
            from = next.end();
        }
        return Optional.of(read);
    }

    private static Duration duration(long count, String unit) {
        if (unit.startsWith("m")) {
            return Duration.ofMinutes(count);
        }
        if (unit.startsWith("h") || unit.startsWith("st")) {
            return Duration.ofHours(count);
        }
        boolean isWeeks = unit.startsWith("w") || unit.startsWith("sem");
        return Duration.ofDays(isWeeks ? count * 7 : count);
    }
}
