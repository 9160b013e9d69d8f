package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.TypedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line with scores, whether typed or copied from a table with tabs between the cells: whom it names with their scores, and what became of
 * them where it says so.
 *
 * @param text the name and the scores, plain
 * @param fate what became of them
 */
record ScoreRow(String text, Optional<Fate> fate) {

    /** What a row says about whoever it names. */
    enum Fate {
        SAFE("safe|in|advanced?"),
        ELIMINATED("eliminated|out|voted out"),
        WITHDREW("withdrew|withdrawn|quit");

        private final Pattern words;

        Fate(String words) {
            this.words = Pattern.compile("(?i)\\s(" + words + ")$");
        }
    }

    private static final Pattern HEADING =
            Pattern.compile("(?i).*\\b(?:couples?|celebrit(?:y|ies)|contestants?|names?)\\b.*");

    /** The row of a line as it was typed. */
    static ScoreRow of(String line) {
        List<String> cells = Stream.of(line.split("\t")).map(TypedText::plain).toList();
        String all = cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
        for (Fate fate : Fate.values()) {
            Matcher end = fate.words.matcher(all);
            if (end.find()) {
                String rest = cells.size() > 1 ? scored(cells) : all.substring(0, end.start());
                return new ScoreRow(rest, Optional.of(fate));
            }
        }
        return new ScoreRow(cells.size() > 1 ? scored(cells) : all, Optional.empty());
    }

    /** The cells before the first with scores, which name somebody, and those with scores that follow one another. */
    private static String scored(List<String> cells) {
        String names = cells.stream().takeWhile(cell -> !isScores(cell)).collect(Collectors.joining(" "));
        String scores = cells.stream()
                .dropWhile(cell -> !isScores(cell))
                .takeWhile(ScoreText.ALLOWED.asMatchPredicate())
                .collect(Collectors.joining(" "));
        return scores.isEmpty() ? names : names.strip() + ": " + scores;
    }

    private static boolean isScores(String cell) {
        return cell.codePoints().anyMatch(Character::isDigit)
                && ScoreText.ALLOWED.matcher(cell).matches();
    }

    /** Whether it heads a table. */
    boolean isHeading() {
        return HEADING.matcher(text).matches() && text.codePoints().noneMatch(Character::isDigit);
    }
}
