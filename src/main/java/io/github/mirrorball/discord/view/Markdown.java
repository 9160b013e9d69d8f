package io.github.mirrorball.discord.view;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** Discord's text markup: the one place where what people typed is made harmless, and where times are written. */
public final class Markdown {

    private static final Pattern MARKUP = Pattern.compile("([\\\\*_~|`>#\\[\\]()<:@-])");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d+)\\.");
    private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");
    private static final Pattern BREAKS = Pattern.compile("(?U)\\s+");

    /** What shows nothing and joins nothing; the joiners of emoji and of some scripts stay. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\u00AD\\u034F\\u180E\\u200B\\u2060-\\u2064\\u206A-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    /** Marks are stacked on the letter before them; more than any script needs reach into other lines. */
    private static final Pattern STACKED = Pattern.compile("((?:\\p{Cf}*\\p{M}){4})(?:\\p{Cf}*\\p{M})+");

    private static final Pattern NOTHING_TO_SEE =
            Pattern.compile("[\\p{C}\\p{Z}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*");
    private static final String NAMELESS = "—";
    private static final String ELLIPSIS = "…";

    private Markdown() {}

    /**
     * Text that people typed, so that it reads as they typed it and does nothing: no markup, no mention, no line break, and a direction
     * of its own that does not turn around what stands beside it.
     */
    public static String escape(String typed) {
        String plain = plain(typed);
        String escaped =
                NUMBERED.matcher(MARKUP.matcher(plain).replaceAll("\\\\$1")).replaceFirst("$1\\\\.");
        return isRightToLeft(plain) ? "\u2068" + escaped + "\u2069" : escaped;
    }

    /** The same, shortened before it is escaped, so that neither an escape nor a direction is torn apart. */
    static String escape(String typed, Space space) {
        String plain = plain(typed);
        String escaped = escape(plain);
        for (int length = plain.length(); !space.holds(escaped) && length > 1; length--) {
            escaped = escape(cut(plain, Math.min(length, space.characters())));
        }
        return escaped;
    }

    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /** The same for places without markup: menus, buttons, titles. Never blank, since Discord takes no blank labels. */
    public static String plain(String typed) {
        return isPlain(typed) ? typed : madePlain(typed);
    }

    /** Most names are; a menu has two dozen of them. */
    private static boolean isPlain(String typed) {
        char before = ' ';
        for (int i = 0; i < typed.length(); i++) {
            char each = typed.charAt(i);
            if (each < ' ' || each > '~' || (each == ' ' && before == ' ')) {
                return false;
            }
            before = each;
        }
        return before != ' ';
    }

    private static String madePlain(String typed) {
        String oneLine = BREAKS.matcher(DIRECTION.matcher(typed).replaceAll("")).replaceAll(" ");
        String shown = STACKED.matcher(INVISIBLE.matcher(oneLine).replaceAll(""))
                .replaceAll("$1")
                .strip();
        return NOTHING_TO_SEE.matcher(shown).matches() ? NAMELESS : shown;
    }

    /** Text cut to what a place can hold, by code points, with an ellipsis where something is missing. */
    public static String cut(String text, int most) {
        return cut(text, most, Integer.MAX_VALUE);
    }

    /** The same for a place that holds no more than so many bytes of UTF-8 either; of several lines only whole ones stay. */
    static String cut(String text, int most, int mostBytes) {
        if (text.length() <= most && bytes(text) <= mostBytes) {
            return text;
        }
        int end = 0;
        int bytes = bytes(ELLIPSIS);
        while (end < text.length()) {
            String next = Character.toString(text.codePointAt(end));
            bytes += bytes(next);
            if (end + next.length() > most - 1 || bytes > mostBytes) {
                break;
            }
            end += next.length();
        }
        int lines = text.lastIndexOf('\n', end);
        return text.substring(0, lines > 0 ? Math.min(lines + 1, end) : end) + ELLIPSIS;
    }

    /** How long a text is in UTF-8. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A moment as date and time, which Discord shows in the reader's own zone. */
    public static String moment(Instant instant) {
        return "<t:" + instant.getEpochSecond() + ":F>";
    }

    /** A moment as the time until or since, which Discord keeps current. */
    public static String until(Instant instant) {
        return "<t:" + instant.getEpochSecond() + ":R>";
    }
}
