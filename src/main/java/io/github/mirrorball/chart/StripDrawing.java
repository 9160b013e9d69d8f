package io.github.mirrorball.chart;

import io.github.mirrorball.chart.SeasonStrip.Cell;
import io.github.mirrorball.chart.SeasonStrip.Night;
import io.github.mirrorball.chart.Typefaces.Weight;
import java.awt.geom.RoundRectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws a fan's season: a column an episode with its points as a bar, below it a mark for each of its questions. */
final class StripDrawing {

    private static final double LABELS = 128;
    private static final double BARS = 92;
    private static final double ROW = 38;
    private static final int MOST = 24;

    /** A mark of the legend, and the space around it. */
    private static final double BESIDE_WORD = 38;

    private final Look look;
    private final String season;
    private final SeasonStrip what;
    private final List<Night> nights;
    private final PictureCard card;
    private final double step;

    private StripDrawing(Look look, String season, SeasonStrip what, PictureCard card) {
        this.look = look;
        this.season = season;
        this.what = what;
        this.nights = nights(what);
        this.card = card;
        this.step = Math.min(54, (PictureCard.RIGHT - PictureCard.MARGIN - LABELS) / nights.size());
    }

    static Picture draw(Look look, Lettering letters, String season, SeasonStrip what) {
        int height = (int) (PictureCard.TOP + BARS + 44 + what.rows().size() * ROW + 56);
        try (PictureCard card = new PictureCard(height, new Ink(look.accent()), letters)) {
            return new StripDrawing(look, season, what, card).draw();
        }
    }

    /** The newest of a season longer than there is room for. */
    private static List<Night> nights(SeasonStrip what) {
        int size = what.nights().size();
        return what.nights().subList(Math.max(0, size - MOST), size);
    }

    private Picture draw() {
        card.drawHeading(name(), about());
        double most = Math.max(
                1,
                nights.stream()
                        .mapToDouble(night -> night.points().doubleValue())
                        .max()
                        .orElse(1));
        for (int i = 0; i < nights.size(); i++) {
            drawNight(nights.get(i), PictureCard.MARGIN + LABELS + (i + 0.5) * step, most);
        }
        drawLabels();
        drawLegend();
        return card.picture(alt());
    }

    private String name() {
        return card.letters.shows(what.fan()) ? what.fan() : look.text("fan", 1);
    }

    private String about() {
        return what.standing()
                .map(now -> look.text("strip.about", now.points(), now.rank(), what.of(), season))
                .orElse(season);
    }

    private double base() {
        return PictureCard.TOP + 16 + BARS;
    }

    private double y(int row) {
        return base() + 32 + (row + 0.5) * ROW;
    }

    private void drawNight(Night night, double x, double most) {
        double width = Math.min(30, step * 0.72);
        if (night.joker()) {
            drawJoker(x);
        }
        double high = BARS * 0.82 * night.points().doubleValue() / most;
        boolean any = night.points().signum() > 0;
        card.fill(
                new RoundRectangle2D.Double(x - width / 2, base() - Math.max(3, high), width, Math.max(3, high), 6, 6),
                any ? card.ink.bright() : Ink.EDGE);
        if (any) {
            card.drawTextCentre(points(night.points()), Ink.TEXT, x, base() - high - 7);
        }
        String number =
                night.episode().isPresent() ? look.number(night.episode().getAsInt()) : look.text("strip.all");
        card.drawTextCentre(card.letters.fitted(number, Weight.MEDIUM, 15.5, 9, step - 2), Ink.MUTED, x, base() + 21);
        night.cells().forEach((row, cell) -> cell.mark().draw(card, x, y(row), Math.min(12.5, step * 0.4)));
    }

    /** The doubled episode stands on a ground of its own. */
    private void drawJoker(double x) {
        double bottom = y(what.rows().size() - 1) + ROW / 2;
        card.fill(
                new RoundRectangle2D.Double(
                        x - step / 2 + 1, PictureCard.TOP - 12, step - 2, bottom - PictureCard.TOP + 14, 14, 14),
                card.ink.tint(0.2));
        card.drawTextCentre(
                card.letters.fitted(look.text("strip.joker"), Weight.BOLD, 15.5, 9, step - 2),
                card.ink.bright(),
                x,
                PictureCard.TOP + 6);
    }

    /** In whole points where there is no room for more, and not at all where nobody could read them. */
    private Line points(BigDecimal points) {
        double size = Math.max(11.5, Math.min(16, step * 0.6));
        Line exact = card.letters.line(look.points(points), Weight.BOLD, size);
        if (exact.width() <= step - 2) {
            return exact;
        }
        Line whole = card.letters.line(look.points(points.setScale(0, RoundingMode.HALF_UP)), Weight.BOLD, size);
        return whole.width() <= step + 3 ? whole : Line.EMPTY;
    }

    private void drawLabels() {
        card.drawText(line(look.text("strip.points")), Ink.MUTED, PictureCard.MARGIN, base() - 2);
        card.drawText(line(look.text("episode")), Ink.MUTED, PictureCard.MARGIN, base() + 21);
        for (int row = 0; row < what.rows().size(); row++) {
            card.drawText(line(ask(row)), Ink.TEXT, PictureCard.MARGIN, y(row) + 5.5);
        }
    }

    private String ask(int row) {
        return look.text("ask." + what.rows().get(row).id());
    }

    private Line line(String text) {
        return card.letters.fitted(text, Weight.MEDIUM, 16, 12, LABELS - 10);
    }

    private List<Mark> used() {
        return Arrays.stream(Mark.values())
                .filter(mark -> nights.stream()
                        .flatMap(night -> night.cells().values().stream())
                        .anyMatch(cell -> cell.mark() == mark))
                .toList();
    }

    private void drawLegend() {
        double y = y(what.rows().size() - 1) + ROW / 2 + 38;
        double x = PictureCard.MARGIN;
        List<Line> words = words(1);
        double wide = words.stream().mapToDouble(Line::width).sum();
        double room = PictureCard.RIGHT - PictureCard.MARGIN - words.size() * BESIDE_WORD;
        if (wide > room) {
            words = words(room / wide);
        }
        for (int i = 0; i < words.size(); i++) {
            used().get(i).draw(card, x + 8, y - 5.5, 8);
            card.drawText(words.get(i), Ink.MUTED, x + 21, y);
            x += words.get(i).width() + BESIDE_WORD;
        }
    }

    /** What the marks mean, in letters as small as some languages need. */
    private List<Line> words(double scale) {
        return used().stream()
                .map(mark -> card.letters.line(word(mark), Weight.MEDIUM, 15 * scale))
                .toList();
    }

    private String word(Mark mark) {
        return look.text("mark." + mark.name().toLowerCase(Locale.ROOT));
    }

    private String alt() {
        List<String> sentences = new ArrayList<>();
        for (Night night : nights) {
            String cells = night.cells().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(cell -> cell(cell.getKey(), cell.getValue()))
                    .collect(Collectors.joining(", "));
            String number = night.episode().isPresent()
                    ? look.text("strip.alt.episode", night.episode().getAsInt())
                    : look.text("strip.all");
            sentences.add(look.text("strip.alt.night", number, cells));
        }
        return Alt.of(look.text("strip.alt", name(), about()), sentences);
    }

    private String cell(int row, Cell cell) {
        boolean earned = cell.points().compareTo(BigDecimal.ZERO) > 0;
        String word = word(cell.mark());
        return ask(row) + " " + (earned ? look.text("strip.alt.earned", word, cell.points()) : word);
    }
}
