package io.github.mirrorball.chart;

import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.util.Optional;

/** A line of text that is ready to be drawn; without a layout, nothing. */
record Line(Optional<TextLayout> layout) {

    static final Line EMPTY = new Line(Optional.empty());

    double width() {
        return layout.map(TextLayout::getAdvance).orElse(0f);
    }

    void drawLeft(Graphics2D pen, double x, double baseline) {
        layout.ifPresent(set -> set.draw(pen, (float) x, (float) baseline));
    }

    void drawRight(Graphics2D pen, double x, double baseline) {
        drawLeft(pen, x - width(), baseline);
    }

    void drawCentre(Graphics2D pen, double x, double baseline) {
        drawLeft(pen, x - width() / 2, baseline);
    }
}
