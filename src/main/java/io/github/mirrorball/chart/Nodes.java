package io.github.mirrorball.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The points of a line: five shapes, so that a line can be followed without its colour. */
final class Nodes {

    private static final int SHAPES = 5;

    private Nodes() {}

    static void draw(PictureCard card, int line, double x, double y, double radius, Color color) {
        Shape shape = switch (line % SHAPES) {
            case 0 -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case 1 -> polygon(4, Math.PI / 4, x, y, radius * 1.22);
            case 2 -> polygon(3, -Math.PI / 2, x, y + radius * 0.2, radius * 1.3);
            case 3 -> polygon(4, 0, x, y, radius * 1.28);
            default -> polygon(3, Math.PI / 2, x, y - radius * 0.2, radius * 1.3);
        };
        card.drawStroke(shape, Ink.GROUND, 3.5);
        card.fill(shape, color);
    }

    private static Shape polygon(int corners, double turned, double x, double y, double radius) {
        Path2D polygon = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turned + 2 * Math.PI * i / corners;
            double cornerX = x + radius * Math.cos(angle);
            double cornerY = y + radius * Math.sin(angle);
            if (i == 0) {
                polygon.moveTo(cornerX, cornerY);
            } else {
                polygon.lineTo(cornerX, cornerY);
            }
        }
        polygon.closePath();
        return polygon;
    }
}
