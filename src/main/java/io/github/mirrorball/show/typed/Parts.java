package io.github.mirrorball.show.typed;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left to be understood of a typed text. Not thread-safe. */
final class Parts {

    private String text;

    Parts(String text) {
        this.text = text;
    }

    /** Takes the first part of this form that means something. */
    <T> Optional<T> take(Pattern form, Function<Matcher, Optional<T>> meaning) {
        Matcher found = form.matcher(text);
        while (found.find()) {
            Optional<T> meant = meaning.apply(found);
            if (meant.isPresent()) {
                text = text.substring(0, found.start()) + " " + text.substring(found.end());
                return meant;
            }
        }
        return Optional.empty();
    }

    /** Takes the first word that means something. */
    <T> Optional<T> take(Function<String, Optional<T>> meaning) {
        return take(WORD, word -> meaning.apply(word.group()));
    }

    /** Takes a word that is one of these. */
    boolean takes(String words) {
        return take(Pattern.compile("(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])"), Optional::of)
                .isPresent();
    }

    /** What was not taken, without what says nothing. */
    String rest(Pattern fillers) {
        return fillers.matcher(text).replaceAll(" ").strip();
    }

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\d])(?:utc|gmt)\\s?[+-]\\d{1,2}(?::?\\d{2})?(?![\\d:])|[\\p{L}]+\\.?");
}
