package io.github.mirrorball.chart;

import io.github.mirrorball.chart.Typefaces.Weight;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The card that every picture is drawn on: its ground, its heading and its mirrorball. For one thread. */
final class PictureCard implements AutoCloseable {

    /** In points, of which a phone shows about half as many in a message: nothing that is to be read is smaller than 15. */
    static final int WIDTH = 600;

    /** Pixels to a point. */
    static final int SCALE = 2;

    static final int MARGIN = 28;
    static final int RIGHT = WIDTH - MARGIN;

    /** Where the heading ends. */
    static final int TOP = 104;

    private static final double CORNER = 22;
    private static final double BALL = 27;

    final Graphics2D pen;
    final Ink ink;
    final Lettering letters;

    private final BufferedImage image;
    private final int height;

    PictureCard(int height, Ink ink, Lettering letters) {
        this.height = height;
        this.ink = ink;
        this.letters = letters;
        this.image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_ARGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SCALE, SCALE);
        drawGround();
    }

    private void drawGround() {
        Shape outline = new RoundRectangle2D.Double(0.75, 0.75, WIDTH - 1.5, height - 1.5, CORNER * 2, CORNER * 2);
        fill(outline, Ink.GROUND);
        Mirrorball.drawLight(this, RIGHT - BALL, MARGIN + BALL, height - CORNER);
        drawStroke(outline, Ink.EDGE, 1.5);
    }

    /** What the picture is about, beside the mirrorball. */
    void drawHeading(String title, String about) {
        double width = WIDTH - 2.0 * MARGIN - 2 * BALL - 16;
        drawText(letters.fitted(title, Weight.BOLD, 27, 20, width), Ink.TEXT, MARGIN, 55);
        drawText(letters.fitted(about, Weight.MEDIUM, 16.5, 14, width), Ink.MUTED, MARGIN, 80);
        Mirrorball.draw(this, RIGHT - BALL, MARGIN + BALL, BALL);
    }

    void fill(Shape shape, Color color) {
        pen.setColor(color);
        pen.fill(shape);
    }

    void drawStroke(Shape shape, Color color, double width) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    /** What two shapes have in common; unlike a clip, its edge is smooth. */
    static Shape common(Shape one, Shape other) {
        Area common = new Area(one);
        common.intersect(new Area(other));
        return common;
    }

    void drawText(Line line, Color color, double x, double baseline) {
        pen.setColor(color);
        line.drawLeft(pen, x, baseline);
    }

    void drawTextRight(Line line, Color color, double x, double baseline) {
        pen.setColor(color);
        line.drawRight(pen, x, baseline);
    }

    void drawTextCentre(Line line, Color color, double x, double baseline) {
        pen.setColor(color);
        line.drawCentre(pen, x, baseline);
    }

    /** The finished picture. */
    Picture picture(String alt) {
        return new Picture(Png.of(image), image.getWidth(), image.getHeight(), alt);
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
