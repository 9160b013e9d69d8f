package io.github.mirrorball.show.file;

import java.util.regex.Pattern;

/** What can stand for a contestant as a reaction. */
final class Emoji {

    private static final String VARIATION = "\uFE0F";
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_LETTER = 0x1F1E6;
    private static final int LAST_LETTER = 0x1F1FF;
    /** Below this there are no emoji but keycaps and some of the letter-like ones. */
    private static final int FIRST = 0x203C;

    private static final String LETTERLIKE = "©®ℹ";

    private static final int LONGEST = 64;
    private static final Pattern OF_A_SERVER = Pattern.compile("<a?:\\w{2,32}:\\d{15,20}>");
    private static final Pattern ONE_SIGN = Pattern.compile("\\X");

    private Emoji() {}

    /** Whether this is one emoji: a server's own, or one sign as people see it that is neither a letter nor a digit. */
    static boolean isOne(String text) {
        return OF_A_SERVER.matcher(text).matches()
                || (text.length() <= LONGEST && ONE_SIGN.matcher(text).matches() && isPicture(text));
    }

    private static boolean isPicture(String text) {
        int first = text.codePointAt(0);
        return text.codePoints().anyMatch(point -> point == KEYCAP)
                || LETTERLIKE.indexOf(first) >= 0
                || (first >= FIRST && !Character.isLetterOrDigit(first) && !isInvisible(first));
    }

    /** Spaces, controls, and the signs that only change the one before them. Unassigned ones may be emoji newer than this Java. */
    private static boolean isInvisible(int point) {
        return Character.isSpaceChar(point)
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    /** Whether it is one of the letters that ballots give to contestants without an emoji. Two of them make a flag, which is none. */
    static boolean isLetter(String text) {
        int first = bare(text).codePointAt(0);
        return first >= FIRST_LETTER
                && first <= LAST_LETTER
                && bare(text).codePointCount(0, bare(text).length()) == 1;
    }

    /** Without the sign that asks for a colourful look: Discord tells emoji apart without it. */
    static String bare(String text) {
        return text.replace(VARIATION, "");
    }
}
