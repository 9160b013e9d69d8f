package io.github.mirrorball.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** What became of a pick; each has a shape of its own, so that nothing depends on telling colours apart. */
public enum Mark {
    /** It was right. */
    RIGHT,
    /** A guessed number that was not exact and earned something. */
    NEAR,
    /** It was not right. */
    WRONG,
    /** It counts nowhere. */
    VOID,
    /** The fan made none. */
    MISSED,
    /** The answer is not in. */
    WAITING;

    void draw(PictureCard card, double x, double y, double radius) {
        double thick = Math.max(1.8, radius * 0.22);
        Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        switch (this) {
            case RIGHT -> {
                card.fill(disc, Ink.RIGHT);
                card.drawStroke(tick(x, y, radius), Ink.GROUND, thick);
            }
            case NEAR -> {
                card.drawStroke(disc, Ink.RIGHT, thick * 0.8);
                card.drawStroke(wave(x, y, radius), Ink.RIGHT, thick);
            }
            case WRONG -> card.drawStroke(cross(x, y, radius * 0.52), Ink.WRONG, thick * 1.15);
            case VOID -> {
                card.drawStroke(disc, Ink.FAINT, thick * 0.8);
                card.drawStroke(slash(x, y, radius * 0.7), Ink.FAINT, thick * 0.8);
            }
            case MISSED -> card.drawStroke(path(x - radius * 0.4, y, x + radius * 0.4, y), Ink.FAINT, thick);
            case WAITING -> drawDots(card, x, y, radius, Ink.MUTED);
        }
    }

    private static void drawDots(PictureCard card, double x, double y, double radius, Color color) {
        double dot = Math.max(1.3, radius * 0.16);
        for (int i = -1; i <= 1; i++) {
            card.fill(new Ellipse2D.Double(x + i * radius * 0.55 - dot, y - dot, 2 * dot, 2 * dot), color);
        }
    }

    private static Path2D tick(double x, double y, double radius) {
        return path(
                x - radius * 0.45,
                y + radius * 0.02,
                x - radius * 0.1,
                y + radius * 0.38,
                x + radius * 0.48,
                y - radius * 0.36);
    }

    private static Path2D wave(double x, double y, double radius) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(x - radius * 0.45, y + radius * 0.12);
        wave.curveTo(
                x - radius * 0.1,
                y - radius * 0.5,
                x + radius * 0.1,
                y + radius * 0.5,
                x + radius * 0.45,
                y - radius * 0.12);
        return wave;
    }

    private static Path2D cross(double x, double y, double arm) {
        Path2D cross = path(x - arm, y - arm, x + arm, y + arm);
        cross.append(path(x - arm, y + arm, x + arm, y - arm), false);
        return cross;
    }

    private static Path2D slash(double x, double y, double arm) {
        return path(x - arm, y + arm, x + arm, y - arm);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
