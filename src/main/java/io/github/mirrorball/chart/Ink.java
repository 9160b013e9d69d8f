package io.github.mirrorball.chart;

import java.awt.Color;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The colours of one picture. The card is dark and opaque, so that it looks the same in Discord's dark and light themes; whatever has a
 * meaning has a shape of its own as well.
 */
final class Ink {

    static final Color GROUND = new Color(0x161A27);
    static final Color RAISED = new Color(0x232A3D);
    static final Color EDGE = new Color(0x3A4460);
    static final Color FAINT = new Color(0x77829F);
    static final Color MUTED = new Color(0xB3BCD2);
    static final Color TEXT = new Color(0xF6F8FC);
    static final Color RIGHT = new Color(0x62DFA8);
    static final Color WRONG = new Color(0xFF9B8A);

    /** What large text and lines need against their ground, by WCAG 2.2. */
    private static final double LEAST_CONTRAST = 4.5;

    /** One more than a race has other lines, so that the one that is most like the season's colour can be left out. */
    private static final int[] LINES = {
        0x56B4E9, 0xF2A93B, 0x2BC79B, 0xF0E442, 0xFF7A59, 0xE58BC4, 0xA79BFF, 0xB5D94C, 0x4FD8DA, 0xE0C9A6, 0xFF9AA8,
        0x9FB6DC
    };

    private final Color accent;
    private final Color bright;
    private final int[] lines;

    Ink(int accent) {
        this.accent = new Color(accent & 0xFFFFFF);
        this.bright = legible(this.accent);
        int like = IntStream.of(LINES)
                .boxed()
                .min(Comparator.comparingDouble(rgb -> distance(new Color(rgb), bright)))
                .orElseThrow();
        this.lines = IntStream.of(LINES).filter(rgb -> rgb != like).toArray();
    }

    /** The season's colour as it is. */
    Color accent() {
        return accent;
    }

    /** The season's colour, lightened until it can be read on the card. */
    Color bright() {
        return bright;
    }

    /** The season's colour as a dim fill behind white text. */
    Color tint(double share) {
        return mix(GROUND, bright, share);
    }

    /** The colour of a line that is not the accented one. */
    Color line(int index) {
        return new Color(lines[index % lines.length]);
    }

    static Color mix(Color from, Color to, double share) {
        return new Color(
                blend(from.getRed(), to.getRed(), share),
                blend(from.getGreen(), to.getGreen(), share),
                blend(from.getBlue(), to.getBlue(), share));
    }

    static Color clear(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * 255));
    }

    static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static Color legible(Color color) {
        Color lighter = color;
        for (double share = 0; contrast(lighter, GROUND) < LEAST_CONTRAST; share += 0.05) {
            lighter = mix(color, Color.WHITE, share);
        }
        return lighter;
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static double distance(Color one, Color other) {
        return Math.hypot(
                Math.hypot(one.getRed() - other.getRed(), one.getGreen() - other.getGreen()),
                one.getBlue() - other.getBlue());
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
