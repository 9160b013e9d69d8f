package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.TypedText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was typed for a contestant, in the forms in which it is compared. */
record Typed(String folded, String key, String bareKey, List<String> words, List<List<String>> halves) {

    private static final Pattern BETWEEN_HALVES = Pattern.compile("\\s*[&+/|,]\\s*|\\s+(?:and|und|y|et)\\s+");

    Typed(String text) {
        this(TypedText.caseFolded(text), TypedText.withoutAccents(text));
    }

    private Typed(String folded, String bare) {
        this(folded, TypedText.key(folded), TypedText.words(bare), bare);
    }

    private Typed(String folded, String key, List<String> words, String bare) {
        this(folded, key, String.join("", words), words, halves(bare));
    }

    private static List<List<String>> halves(String bare) {
        return Stream.of(BETWEEN_HALVES.split(bare))
                .map(TypedText::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }
}
