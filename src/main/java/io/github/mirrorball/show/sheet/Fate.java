package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.TypedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a table says became of somebody, such as {@code Safe}, {@code Eliminated Week 3} or {@code 2nd Place}.
 *
 * @param week where it says in which
 * @param place where it is a final one
 */
record Fate(Kind kind, OptionalInt week, OptionalInt place) {

    enum Kind {
        NOTHING,
        SAFE,
        ELIMINATED,
        WITHDREW,
        PLACED,
        OTHER
    }

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");
    private static final Pattern PLACE = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?: place)?");
    private static final Pattern WEEK = Pattern.compile(".*\\b(?:week|episode|night)\\s(\\d{1,2}).*");

    static Fate of(String cell) {
        String text = TypedText.caseFolded(cell);
        if (text.isEmpty() || text.matches("[-–—]+|n/?a")) {
            return new Fate(Kind.NOTHING, OptionalInt.empty(), OptionalInt.empty());
        }
        Matcher week = WEEK.matcher(text);
        OptionalInt said = week.matches() ? OptionalInt.of(Integer.parseInt(week.group(1))) : OptionalInt.empty();
        if (text.startsWith("eliminated") || text.startsWith("voted out")) {
            return new Fate(Kind.ELIMINATED, said, OptionalInt.empty());
        }
        if (text.startsWith("withdr") || text.startsWith("quit")) {
            return new Fate(Kind.WITHDREW, said, OptionalInt.empty());
        }
        Optional<Integer> place = place(text);
        if (place.isPresent()) {
            return new Fate(Kind.PLACED, said, OptionalInt.of(place.get()));
        }
        boolean isSafe = text.matches(
                "(?:safe|in|advanced?|bottom (?:two|three|2|3)|immune|immunity|not in danger|last to be called.*)");
        return new Fate(isSafe ? Kind.SAFE : Kind.OTHER, said, OptionalInt.empty());
    }

    private static Optional<Integer> place(String text) {
        if (text.matches("winners?|champions?")) {
            return Optional.of(1);
        }
        if (text.matches("runners?[- ]up")) {
            return Optional.of(2);
        }
        for (int i = 0; i < ORDINALS.size(); i++) {
            if (text.equals(ORDINALS.get(i) + " place")) {
                return Optional.of(i + 1);
            }
        }
        Matcher number = PLACE.matcher(text);
        return number.matches() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
    }
}
