package io.github.mirrorball.chart;

import io.github.mirrorball.chart.Typefaces.Weight;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets text in any script, and makes it fit. Thread-safe. */
final class Lettering {

    private static final String MORE = "…";

    /** Measured at the scale at which it is drawn. */
    private static final FontRenderContext CONTEXT =
            new FontRenderContext(AffineTransform.getScaleInstance(PictureCard.SCALE, PictureCard.SCALE), true, true);

    private final Typefaces faces;

    Lettering(Typefaces faces) {
        this.faces = faces;
    }

    private record Run(String text, Font font) {}

    /** A line of text at its full length. */
    Line line(String text, Weight weight, double size) {
        return set(runs(text, weight), size);
    }

    /** Whether anything of a text can be drawn. */
    boolean shows(String text) {
        return runs(text, Weight.MEDIUM).stream().anyMatch(run -> !run.text.isBlank());
    }

    /** A line that is no wider than this: in smaller letters down to the least size, then cut. */
    Line fitted(String text, Weight weight, double size, double least, double width) {
        List<Run> runs = runs(text, weight);
        Line line = set(runs, size);
        if (line.width() <= width) {
            return line;
        }
        double smaller = Math.max(least, size * width / line.width());
        Line shrunk = set(runs, smaller);
        return shrunk.width() <= width ? shrunk : cut(runs, weight, smaller, width);
    }

    /** The most of the text that fits before an ellipsis, by halving. */
    private Line cut(List<Run> runs, Weight weight, double size, double width) {
        int fits = 0;
        int tooLong = runs.size();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (set(shortened(runs, middle, weight), size).width() <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return set(shortened(runs, fits, weight), size);
    }

    private List<Run> shortened(List<Run> runs, int length, Weight weight) {
        int end = length;
        while (end > 0 && runs.get(end - 1).text.isBlank()) {
            end--;
        }
        List<Run> shortened = new ArrayList<>(runs.subList(0, end));
        faces.own(MORE, weight).ifPresent(font -> shortened.add(new Run(MORE, font)));
        return shortened;
    }

    private List<Run> runs(String text, Weight weight) {
        List<Run> runs = new ArrayList<>();
        for (String cluster : Legible.clusters(text)) {
            nearest(cluster, weight).ifPresent(runs::add);
        }
        return runs;
    }

    /** As it is or in its plain writing, in our own fonts; else in the machine's; else without its accents; else not at all. */
    private Optional<Run> nearest(String cluster, Weight weight) {
        return run(cluster, faces.own(cluster, weight))
                .or(() -> run(Legible.plain(cluster), faces.own(Legible.plain(cluster), weight)))
                .or(() -> run(cluster, faces.machines(cluster)))
                .or(() -> run(Legible.bare(cluster), faces.own(Legible.bare(cluster), weight)));
    }

    private static Optional<Run> run(String text, Optional<Font> font) {
        return font.map(found -> new Run(text, found));
    }

    private static Line set(List<Run> runs, double size) {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text));
        if (text.isEmpty()) {
            return Line.EMPTY;
        }
        AttributedString attributed = new AttributedString(text.toString());
        int from = 0;
        int at = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            at += run.text.length();
            // Neighbours in one font are set together: Arabic letters join, and Latin ones are kerned.
            if (i + 1 == runs.size() || !runs.get(i + 1).font.equals(run.font)) {
                attributed.addAttribute(TextAttribute.FONT, run.font.deriveFont((float) size), from, at);
                from = at;
            }
        }
        return new Line(Optional.of(new TextLayout(attributed.getIterator(), CONTEXT)));
    }
}
