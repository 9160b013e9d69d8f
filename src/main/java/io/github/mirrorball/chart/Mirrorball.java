package io.github.mirrorball.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The house's sign: a ball of small mirrors in the season's colour, and the specks of light that it throws. */
final class Mirrorball {

    private static final int ROWS = 7;
    private static final int SPECKS = 46;

    private Mirrorball() {}

    static void draw(PictureCard card, double x, double y, double radius) {
        Shape ball = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        card.fill(new Rectangle2D.Double(x - 0.75, 0, 1.5, y - radius), Ink.EDGE);
        card.fill(ball, Ink.mix(Ink.GROUND, card.ink.bright(), 0.35));
        for (int row = 0; row < ROWS; row++) {
            drawRow(card, x, y, radius, row);
        }
        card.drawStroke(ball, Ink.clear(Ink.TEXT, 0.35), 1);
    }

    /** A row lies between two parallels; seen from the front, its mirrors are narrower towards the edge. */
    private static void drawRow(PictureCard card, double x, double y, double radius, int row) {
        double top = -Math.PI / 2 + Math.PI * row / ROWS;
        double bottom = top + Math.PI / ROWS;
        int mirrors = Math.max(4, (int) Math.round(2 * ROWS * Math.cos((top + bottom) / 2) / 1.5));
        for (int i = 0; i < mirrors; i++) {
            double left = -Math.PI / 2 + Math.PI * i / mirrors;
            double right = left + Math.PI / mirrors;
            Path2D mirror = new Path2D.Double();
            mirror.moveTo(x + across(top, left, radius), y + Math.sin(top) * radius);
            mirror.lineTo(x + across(top, right, radius), y + Math.sin(top) * radius);
            mirror.lineTo(x + across(bottom, right, radius), y + Math.sin(bottom) * radius);
            mirror.lineTo(x + across(bottom, left, radius), y + Math.sin(bottom) * radius);
            mirror.closePath();
            card.fill(mirror, shade(card.ink, row, i, left + right, top + bottom));
            card.drawStroke(mirror, Ink.clear(Ink.GROUND, 0.8), 1);
        }
    }

    private static double across(double parallel, double meridian, double radius) {
        return Math.cos(parallel) * Math.sin(meridian) * radius;
    }

    /** Lit from the upper left, each mirror a little as chance has it; the brightest shows the season's colour as it is. */
    private static Color shade(Ink ink, int row, int column, double across, double down) {
        double light = 0.62 - 0.17 * across - 0.17 * down + 0.5 * (noise(row * 31 + column) - 0.5);
        if (light > 0.95) {
            return Ink.mix(ink.bright(), Color.WHITE, 0.75);
        }
        return light > 0.72 ? ink.accent() : Ink.mix(Ink.GROUND, ink.bright(), 0.25 + Math.max(0, light) * 0.9);
    }

    /** The specks on the card, fainter the farther they are from the ball. */
    static void drawLight(PictureCard card, double x, double y, double bottom) {
        for (int i = 0; i < SPECKS; i++) {
            double angle = Math.PI * (0.5 + 0.5 * noise(i * 3));
            double distance = 60 + 420 * noise(i * 3 + 1);
            if (y + Math.sin(angle) * distance > bottom) {
                continue;
            }
            double size = 5 + 9 * noise(i * 3 + 2) * (0.4 + distance / 480);
            AffineTransform place = AffineTransform.getTranslateInstance(
                    x + Math.cos(angle) * distance, y + Math.sin(angle) * distance);
            place.rotate(angle);
            place.shear(0.35, 0);
            Shape speck =
                    place.createTransformedShape(new Rectangle2D.Double(-size * 0.8, -size / 2, size * 1.6, size));
            card.fill(speck, Ink.clear(card.ink.bright(), 0.09 * (1 - distance / 520)));
        }
    }

    /** The same for the same number everywhere, between 0 and 1. */
    private static double noise(int number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return ((mixed >>> 40) & 0xFFFF) / 65536.0;
    }
}
