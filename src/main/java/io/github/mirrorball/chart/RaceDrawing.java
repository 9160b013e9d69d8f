package io.github.mirrorball.chart;

import io.github.mirrorball.chart.Typefaces.Weight;
import io.github.mirrorball.standings.Race;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Draws how fans overtook each other: a row a place, a column an episode, a line a fan. Those who share a rank stand below one another
 * on one ground, so that no line hides another.
 */
final class RaceDrawing {

    /** More lines than this cannot be followed. */
    static final int MOST = 12;

    private static final double FIRST = PictureCard.MARGIN + 34;

    private final Look look;
    private final String season;
    private final List<Race.Line> lines;
    private final List<Integer> episodes;
    private final int accented;
    private final boolean singled;
    private final PictureCard card;
    private final double pitch;
    private final double last;
    private final double node;

    private RaceDrawing(Look look, String season, Race race, OptionalLong fan, PictureCard card, double pitch) {
        this.look = look;
        this.season = season;
        this.lines = lines(race);
        this.episodes = race.episodes();
        this.card = card;
        this.pitch = pitch;
        this.last = episodes.size() == 1 ? FIRST + 70 : Math.min(340, FIRST + (episodes.size() - 1) * 64.0);
        double step = episodes.size() == 1 ? 64 : (last - FIRST) / (episodes.size() - 1);
        this.node = Math.max(4.2, Math.min(7, step * 0.27));
        OptionalInt shown = IntStream.range(0, lines.size())
                .filter(i -> fan.isPresent() && lines.get(i).now().fan() == fan.getAsLong())
                .findFirst();
        this.singled = shown.isPresent();
        this.accented = shown.orElse(0);
    }

    static Picture draw(Look look, Lettering letters, String season, Race race, OptionalLong fan) {
        int count = lines(race).size();
        double pitch = count <= 6 ? 52 : count <= 10 ? 44 : 40;
        int height = (int) Math.ceil(PictureCard.TOP + count * pitch + 46);
        try (PictureCard card = new PictureCard(height, new Ink(look.accent()), letters)) {
            return new RaceDrawing(look, season, race, fan, card, pitch).draw();
        }
    }

    private static List<Race.Line> lines(Race race) {
        return race.lines().stream().limit(MOST).toList();
    }

    private Picture draw() {
        card.drawHeading(season, about());
        drawAxis();
        boolean tied = IntStream.range(0, episodes.size()).filter(this::ties).count() > 0;
        drawKey(tied);
        if (singled) {
            drawRow(accented);
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (i != accented) {
                drawWay(i);
            }
        }
        drawWay(accented);
        for (int i = lines.size() - 1; i >= 0; i--) {
            drawNodes(i);
            drawNames(i);
        }
        return card.picture(alt());
    }

    private String about() {
        return look.text("race.about", lines.size(), episodes.size());
    }

    private void drawAxis() {
        double bottom = PictureCard.TOP + lines.size() * pitch;
        double step = episodes.size() < 2 ? 1 : (last - FIRST) / (episodes.size() - 1);
        int every = step >= 22 ? 1 : step >= 11 ? 2 : 4;
        for (int i = 0; i < episodes.size(); i++) {
            card.fill(new Rectangle2D.Double(x(i) - 0.75, PictureCard.TOP, 1.5, bottom - PictureCard.TOP), Ink.RAISED);
            if ((episodes.size() - 1 - i) % every == 0) {
                Line number = card.letters.line(look.number(episodes.get(i)), Weight.MEDIUM, 15.5);
                card.drawTextCentre(number, Ink.MUTED, x(i), bottom + 22);
            }
        }
    }

    private void drawKey(boolean tied) {
        double baseline = PictureCard.TOP + lines.size() * pitch + 22;
        Line episode = card.letters.line(look.text("episode"), Weight.MEDIUM, 15.5);
        card.drawText(episode, Ink.MUTED, last + 24, baseline);
        if (tied) {
            Line same = card.letters.fitted(look.text("race.tied"), Weight.MEDIUM, 15.5, 12, 110);
            double x = PictureCard.RIGHT - same.width();
            card.drawText(same, Ink.MUTED, x, baseline);
            card.fill(new RoundRectangle2D.Double(x - 20, baseline - 17, 12, 23, 12, 12), Ink.EDGE);
        }
    }

    /** The ground on which the singled-out fan's name stands. */
    private void drawRow(int line) {
        double y = y(place(line, episodes.size() - 1));
        card.fill(
                new RoundRectangle2D.Double(last + 14, y - 17, PictureCard.RIGHT - last - 4, 34, 17, 17),
                card.ink.tint(0.3));
    }

    private double x(int column) {
        return episodes.size() == 1 ? last : FIRST + (last - FIRST) * column / (episodes.size() - 1);
    }

    private double y(int place) {
        return PictureCard.TOP + (place + 0.5) * pitch;
    }

    private boolean ranked(int line, int column) {
        return lines.get(line).ranks().get(column).isPresent();
    }

    private int rank(int line, int column) {
        return lines.get(line).ranks().get(column).orElse(Integer.MAX_VALUE);
    }

    /** Its row: by rank, and within one rank as they stand now. */
    private int place(int line, int column) {
        return (int) IntStream.range(0, lines.size())
                .filter(other -> rank(other, column) < rank(line, column)
                        || (rank(other, column) == rank(line, column) && other < line))
                .count();
    }

    private Color color(int line) {
        if (line == accented) {
            return card.ink.bright();
        }
        Color color = card.ink.line(line > accented ? line - 1 : line);
        return singled ? Ink.mix(Ink.GROUND, color, 0.72) : color;
    }

    private void drawWay(int line) {
        Path2D way = new Path2D.Double();
        for (int column = 0; column < episodes.size(); column++) {
            if (ranked(line, column)) {
                drawStep(way, x(column), y(place(line, column)));
            }
        }
        if (way.getCurrentPoint() == null) {
            return;
        }
        if (episodes.size() == 1) {
            way.lineTo(FIRST, way.getCurrentPoint().getY());
        }
        double width = line == accented ? 5.5 : 3.6;
        card.drawStroke(way, Ink.GROUND, width + 3.5);
        card.drawStroke(way, color(line), width);
    }

    private static void drawStep(Path2D way, double x, double y) {
        var from = way.getCurrentPoint();
        if (from == null) {
            way.moveTo(x, y);
        } else {
            double middle = (from.getX() + x) / 2;
            way.curveTo(middle, from.getY(), middle, y, x, y);
        }
    }

    /** A ground of their own for those who share a rank. True if some do. */
    private boolean ties(int column) {
        List<Integer> order = IntStream.range(0, lines.size())
                .filter(line -> ranked(line, column))
                .boxed()
                .sorted(Comparator.comparingInt(line -> place(line, column)))
                .toList();
        boolean tied = false;
        for (int from = 0; from < order.size(); ) {
            int to = from;
            while (to + 1 < order.size() && rank(order.get(to + 1), column) == rank(order.get(from), column)) {
                to++;
            }
            if (to > from) {
                card.fill(pill(x(column), y(from), y(to)), Ink.EDGE);
                tied = true;
            }
            from = to + 1;
        }
        return tied;
    }

    private Shape pill(double x, double top, double bottom) {
        double half = node * 1.45;
        double over = node * 1.6;
        return new RoundRectangle2D.Double(x - half, top - over, 2 * half, bottom - top + 2 * over, 2 * half, 2 * half);
    }

    private void drawNodes(int line) {
        for (int column = 0; column < episodes.size(); column++) {
            if (ranked(line, column) && isShown(line, column)) {
                double radius = line == accented ? node + 1 : node;
                Nodes.draw(card, line, x(column), y(place(line, column)), radius, color(line));
            }
        }
    }

    /** In a long season only where something happened. */
    private boolean isShown(int line, int column) {
        boolean roomy = episodes.size() * 18 < last - FIRST;
        boolean end = column == 0 || column == episodes.size() - 1 || !ranked(line, column - 1);
        return roomy
                || end
                || place(line, column) != place(line, column - 1)
                || place(line, column) != place(line, column + 1);
    }

    private void drawNames(int line) {
        Race.Line fan = lines.get(line);
        int end = episodes.size() - 1;
        double y = y(place(line, end)) + 6.5;
        boolean own = singled && line == accented;
        Color color = singled && !own ? Ink.MUTED : Ink.TEXT;
        if (ranked(line, 0) && episodes.size() > 1) {
            card.drawTextRight(
                    card.letters.line(look.number(rank(line, 0)), Weight.MEDIUM, 15.5),
                    Ink.MUTED,
                    FIRST - node - 11,
                    y(place(line, 0)) + 5.5);
        }
        Line points = card.letters.line(look.points(fan.now().points()), Weight.MEDIUM, 15.5);
        Line rank = card.letters.line(look.number(fan.now().rank()), Weight.BOLD, 17.5);
        double nameAt = last + 24 + Math.max(26, rank.width() + 8);
        double room = PictureCard.RIGHT - points.width() - 10 - nameAt;
        card.drawText(rank, line == accented ? card.ink.bright() : color, last + 24, y);
        card.drawText(
                card.letters.fitted(name(line), line == accented ? Weight.BOLD : Weight.MEDIUM, 18.5, 15.5, room),
                color,
                nameAt,
                y);
        card.drawTextRight(points, own ? Ink.TEXT : Ink.MUTED, PictureCard.RIGHT, y);
    }

    private String name(int line) {
        String name = lines.get(line).now().name();
        return card.letters.shows(name) ? name : look.text("fan", line + 1);
    }

    private String alt() {
        List<String> sentences = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            var now = lines.get(line).now();
            String way = String.join(
                    " ",
                    lines.get(line).ranks().stream()
                            .map(rank -> rank.isPresent() ? look.number(rank.getAsInt()) : "–")
                            .toList());
            sentences.add(look.text("race.alt.line", now.rank(), name(line), now.points(), way));
        }
        int first = episodes.get(0);
        return Alt.of(look.text("race.alt", season, about(), first, episodes.get(episodes.size() - 1)), sentences);
    }
}
