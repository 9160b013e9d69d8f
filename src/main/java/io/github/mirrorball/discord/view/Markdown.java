package io.github.mirrorball.discord.view;

import java.time.Instant;
import java.util.regex.Pattern;

/** Discord's text markup: the one place where what people typed is made harmless, and where times are written. */
public final class Markdown {

    private static final Pattern MARKUP = Pattern.compile("([\\\\*_~|`>#\\[\\]()<:@-])");
    private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");
    private static final Pattern BREAKS = Pattern.compile("\\s+");
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFF]");

    private Markdown() {}

    /**
     * Text that people typed, so that it reads as they typed it and does nothing: no markup, no mention, no line break, and a direction
     * of its own that does not turn around what stands beside it.
     */
    public static String escape(String typed) {
        String plain = plain(typed);
        String escaped = MARKUP.matcher(plain).replaceAll("\\\\$1");
        return RIGHT_TO_LEFT.matcher(plain).find() ? "\u2068" + escaped + "\u2069" : escaped;
    }

    /** The same for places without markup: menus, buttons, titles. */
    public static String plain(String typed) {
        return BREAKS.matcher(DIRECTION.matcher(typed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Text cut to what a place can hold, by code points, with an ellipsis where something is missing. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
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
