package io.github.mirrorball.chart;

import io.github.mirrorball.chart.OutcomeBars.Bar;
import io.github.mirrorball.chart.OutcomeBars.Fate;
import io.github.mirrorball.chart.Typefaces.Weight;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;

/** Draws what the crowd said: a bar an outcome, its label on it, so that the longest names have room on a phone. */
final class BarsDrawing {

    private static final double WIDTH = PictureCard.RIGHT - PictureCard.MARGIN;
    private static final double CORNER = 9;

    /** Room for the share and the number at the right. */
    private static final double FIGURES = 142;

    /** The longest bar ends before the figures. */
    private static final double FULL = WIDTH - FIGURES + 4;

    private final Look look;
    private final OutcomeBars what;
    private final PictureCard card;
    private final List<Bar> bars;
    private final double pitch;
    private final double size;

    private BarsDrawing(Look look, OutcomeBars what, PictureCard card, double pitch) {
        this.look = look;
        this.what = what;
        this.card = card;
        this.bars = bars(what);
        this.pitch = pitch;
        this.size = Math.min(20, pitch * 0.46);
    }

    static Picture draw(Look look, Lettering letters, OutcomeBars what) {
        int count = bars(what).size();
        double pitch = count <= 8 ? 48 : count <= 14 ? 41 : 34;
        int height = (int) Math.ceil(PictureCard.TOP + count * pitch + 18);
        try (PictureCard card = new PictureCard(height, new Ink(look.accent()), letters)) {
            return new BarsDrawing(look, what, card, pitch).draw();
        }
    }

    private static List<Bar> bars(OutcomeBars what) {
        return what.bars().stream().limit(OutcomeBars.MOST).toList();
    }

    private Picture draw() {
        card.drawHeading(what.question(), about());
        int most = bars.stream().mapToInt(Bar::picks).max().orElse(1);
        for (int i = 0; i < bars.size(); i++) {
            drawBar(bars.get(i), PictureCard.TOP + i * pitch, bars.get(i).picks() / (double) Math.max(1, most));
        }
        return card.picture(alt());
    }

    private String about() {
        return look.text("bars.about", what.where(), what.counted(), what.voided(), what.others());
    }

    private void drawBar(Bar bar, double top, double share) {
        double height = pitch - 7;
        double baseline = top + height / 2 + size * 0.36;
        Shape track = new RoundRectangle2D.Double(PictureCard.MARGIN, top, WIDTH, height, 2 * CORNER, 2 * CORNER);
        card.fill(track, Ink.RAISED);
        fill(bar, track, top, height, share);
        if (bar.fate() == Fate.RIGHT) {
            card.drawStroke(track, card.ink.bright(), 2.5);
        }
        drawLabel(bar, top + height / 2, baseline);
        drawFigures(bar, baseline);
    }

    private void fill(Bar bar, Shape track, double top, double height, double share) {
        Shape part = PictureCard.common(track, new Rectangle2D.Double(PictureCard.MARGIN, top, FULL * share, height));
        if (bar.fate() == Fate.VOID) {
            drawHatch(part);
        } else {
            card.fill(part, card.ink.tint(bar.fate() == Fate.RIGHT ? 0.5 : 0.34));
        }
    }

    /** Stripes instead of a fill: these picks count for nobody. */
    private void drawHatch(Shape part) {
        Rectangle2D box = part.getBounds2D();
        Path2D stripes = new Path2D.Double();
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += 9) {
            stripes.moveTo(x, box.getMaxY());
            stripes.lineTo(x + 3, box.getMaxY());
            stripes.lineTo(x + 3 + box.getHeight(), box.getY());
            stripes.lineTo(x + box.getHeight(), box.getY());
            stripes.closePath();
        }
        card.fill(PictureCard.common(part, stripes), Ink.EDGE);
    }

    private void drawLabel(Bar bar, double middle, double baseline) {
        boolean plain = bar.fate() == Fate.PLAIN;
        double x = PictureCard.MARGIN + 14;
        if (!plain) {
            double radius = Math.min(11, pitch * 0.27);
            (bar.fate() == Fate.RIGHT ? Mark.RIGHT : Mark.VOID).draw(card, x + radius - 3, middle, radius);
            x += 2 * radius + 5;
        }
        Weight weight = bar.fate() == Fate.RIGHT ? Weight.BOLD : Weight.MEDIUM;
        Line label = card.letters.fitted(bar.label(), weight, size, size * 0.85, PictureCard.RIGHT - FIGURES - x);
        card.drawText(label, bar.fate() == Fate.VOID ? Ink.MUTED : Ink.TEXT, x, baseline);
        if (bar.fate() == Fate.VOID) {
            card.drawStroke(new Line2D.Double(x, middle + 1, x + label.width(), middle + 1), Ink.MUTED, 1.3);
        }
    }

    private void drawFigures(Bar bar, double baseline) {
        Color share = bar.fate() == Fate.VOID ? Ink.MUTED : Ink.TEXT;
        card.drawTextRight(
                card.letters.line(look.number(bar.picks()), Weight.MEDIUM, size * 0.86),
                Ink.MUTED,
                PictureCard.RIGHT - 78,
                baseline);
        card.drawTextRight(
                card.letters.fitted(share(bar), Weight.BOLD, size, size * 0.7, 64),
                share,
                PictureCard.RIGHT - 12,
                baseline);
    }

    private String share(Bar bar) {
        if (bar.fate() == Fate.VOID) {
            return look.text("bars.void");
        }
        if (bar.picks() > 0 && bar.picks() * 200L < what.counted()) {
            return look.text("bars.few");
        }
        return look.text("percent", bar.picks() / (double) Math.max(1, what.counted()));
    }

    private String alt() {
        String opening = look.text("bars.alt", what.question(), about());
        return Alt.of(
                opening,
                bars.stream()
                        .map(bar -> look.text(
                                "bars.alt." + bar.fate().name().toLowerCase(Locale.ROOT),
                                bar.label(),
                                bar.picks(),
                                share(bar)))
                        .toList());
    }
}
