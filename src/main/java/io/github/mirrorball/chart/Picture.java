package io.github.mirrorball.chart;

/** A picture for a message: a PNG, its size in pixels, and at most {@link #LONGEST_ALT} characters that tell the same. */
public final class Picture {

    /** Discord takes so many characters of alt text. */
    public static final int LONGEST_ALT = 1024;

    private final byte[] png;
    private final int width;
    private final int height;
    private final String alt;

    Picture(byte[] png, int width, int height, String alt) {
        this.png = png;
        this.width = width;
        this.height = height;
        this.alt = alt;
    }

    /** The file; a copy. */
    public byte[] png() {
        return png.clone();
    }

    /** How wide it is, in pixels. */
    public int width() {
        return width;
    }

    /** How high it is, in pixels. */
    public int height() {
        return height;
    }

    /** What a screen reader says. */
    public String alt() {
        return alt;
    }
}
