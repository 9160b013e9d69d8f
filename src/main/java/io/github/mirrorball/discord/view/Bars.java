package io.github.mirrorball.discord.view;

import io.github.mirrorball.wording.Messages;

/** Shares as small bars of characters, never without their number: a screen reader, and a font without blocks, lose nothing. */
final class Bars {

    private static final int WIDTH = 8;
    private static final int NARROW = 5;
    private static final int MANY = 10;
    private static final String FIGURE_SPACE = "\u2007";

    private Bars() {}

    /** A bar and its share in per cent, as wide as the bars of the lines around it. */
    static String of(Messages words, int part, int whole, int lines) {
        return "`" + blocks(part, whole, lines > MANY ? NARROW : WIDTH) + " "
                + aligned(words, percent(words, part, whole)) + "`";
    }

    /** Only nothing looks like nothing, and only everything like everything. */
    private static String blocks(int part, int whole, int width) {
        int full = whole == 0 ? 0 : (int) Math.round((double) part * width / whole);
        int least = part > 0 ? 1 : 0;
        int most = part < whole ? width - 1 : width;
        int shown = Math.max(least, Math.min(full, most));
        return "▰".repeat(shown) + "▱".repeat(width - shown);
    }

    /** A share in whole per cent, as the language writes it. */
    static String percent(Messages words, int part, int whole) {
        long rounded = whole == 0 ? 0 : Math.round(100.0 * part / whole);
        return rounded == 0 && part > 0 ? words.text("number.leastPercent") : words.text("number.percent", rounded);
    }

    /** As wide as the whole is, which some languages write with a space. */
    private static String aligned(Messages words, String percent) {
        int longest = words.text("number.percent", 100).length();
        return FIGURE_SPACE.repeat(Math.max(0, longest - percent.length())) + percent;
    }
}
