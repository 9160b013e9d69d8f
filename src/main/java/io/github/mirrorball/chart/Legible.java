package io.github.mirrorball.chart;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as people type it into their names, made fit to be drawn. */
final class Legible {

    /** What a reader sees as one character, such as a flag or a letter with its accents. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern TOO_MANY_MARKS = Pattern.compile("((?:\\p{Cf}*\\p{Mn}){3})(?:\\p{Cf}*\\p{Mn})+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private Legible() {}

    /** The characters that a reader sees, without what only steers how text flows. */
    static List<String> clusters(String text) {
        String steady = text.codePoints()
                .filter(point -> !steers(point))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String composed = Normalizer.normalize(SPACES.matcher(steady).replaceAll(" "), Form.NFC);
        return CLUSTER.matcher(TOO_MANY_MARKS.matcher(composed).replaceAll("$1").strip())
                .results()
                .map(match -> match.group())
                .toList();
    }

    /** The plain writing of a fancy character, such as of a mathematical letter. */
    static String plain(String cluster) {
        return Normalizer.normalize(cluster, Form.NFKC);
    }

    /** A character without whatever stands above, below or behind it. */
    static String bare(String cluster) {
        String letters = MARKS.matcher(Normalizer.normalize(cluster, Form.NFKD)).replaceAll("");
        return Character.toString((letters.isEmpty() ? cluster : letters).codePointAt(0));
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> !Character.isWhitespace(point);
            case Character.FORMAT -> point != 0x200C && point != 0x200D && (point < 0xE0020 || point > 0xE007F);
            case Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
