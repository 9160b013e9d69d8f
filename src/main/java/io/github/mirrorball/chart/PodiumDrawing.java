package io.github.mirrorball.chart;

import static java.util.stream.Collectors.joining;

import io.github.mirrorball.chart.Podium.Place;
import io.github.mirrorball.chart.Typefaces.Weight;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the first three ranks on steps, the first in the middle and highest. */
final class PodiumDrawing {

    private static final double[] STEP = {0, 176, 130, 104};
    private static final double ROW = 29;
    private static final int NAMES = 3;

    /** As many as alt text has room for. */
    private static final int NAMED = 8;

    private final Look look;
    private final String season;
    private final List<Place> places;
    private final PictureCard card;
    private final double floor;

    private PodiumDrawing(Look look, String season, List<Place> places, PictureCard card, double floor) {
        this.look = look;
        this.season = season;
        this.places = places;
        this.card = card;
        this.floor = floor;
    }

    static Picture draw(Look look, Lettering letters, String season, Podium what) {
        List<Place> places = what.places().stream().limit(Podium.MOST).toList();
        double highest = places.stream()
                .mapToDouble(place -> drawStep(place) + ROW * lines(place))
                .max()
                .orElse(0);
        double floor = PictureCard.TOP + 46 + highest;
        try (PictureCard card = new PictureCard((int) Math.ceil(floor + 30), new Ink(look.accent()), letters)) {
            return new PodiumDrawing(look, season, places, card, floor).draw();
        }
    }

    private Picture draw() {
        card.drawHeading(season, look.text("podium.about"));
        double width = places.size() == 1 ? 260 : places.size() == 2 ? 230 : 181;
        double first = PictureCard.WIDTH / 2.0 - width * places.size() / 2;
        for (int i = 0; i < places.size(); i++) {
            int column = places.size() == 3 && i < 2 ? 1 - i : i;
            drawPlace(places.get(i), first + column * width, width);
        }
        card.fill(
                new Rectangle2D.Double(PictureCard.MARGIN, floor, PictureCard.RIGHT - PictureCard.MARGIN, 2), Ink.EDGE);
        return card.picture(alt());
    }

    private static double drawStep(Place place) {
        return STEP[Math.min(place.rank(), Podium.MOST)];
    }

    private static int shown(Place place) {
        return Math.min(place.names().size(), place.sharing().orElse(Integer.MAX_VALUE) > NAMES ? NAMES - 1 : NAMES);
    }

    private static int lines(Place place) {
        return place.sharing().orElse(Integer.MAX_VALUE) > shown(place) ? shown(place) + 1 : shown(place);
    }

    private void drawPlace(Place place, double left, double width) {
        boolean best = place.rank() == 1;
        double top = floor - drawStep(place);
        double middle = left + width / 2;
        drawStep(left + 3, top, width - 6, best);
        card.drawTextCentre(
                card.letters.line(look.number(place.rank()), Weight.BOLD, best ? 64 : 46),
                best ? ground() : card.ink.bright(),
                middle,
                top + (best ? 74 : 54));
        card.drawTextCentre(
                card.letters.fitted(points(place), Weight.BOLD, 17, 12, width - 20),
                best ? ground() : Ink.TEXT,
                middle,
                floor - 12);
        drawNames(place, middle, top - 16, width - 12);
    }

    private Color ground() {
        return Ink.contrast(card.ink.bright(), Ink.GROUND) > 4.5 ? Ink.GROUND : Ink.TEXT;
    }

    private void drawStep(double left, double top, double width, boolean best) {
        card.fill(rounded(left, top, width, floor - top), best ? card.ink.bright() : Ink.RAISED);
        card.fill(new Rectangle2D.Double(left + 14, top, width - 28, 2.5), best ? Ink.TEXT : card.ink.bright());
    }

    private static Path2D rounded(double left, double top, double width, double height) {
        Path2D step = new Path2D.Double();
        step.moveTo(left, top + height);
        step.lineTo(left, top + 12);
        step.quadTo(left, top, left + 12, top);
        step.lineTo(left + width - 12, top);
        step.quadTo(left + width, top, left + width, top + 12);
        step.lineTo(left + width, top + height);
        step.closePath();
        return step;
    }

    /** From the step upwards; of many, some, and how many more. */
    private void drawNames(Place place, double middle, double bottom, double width) {
        int shown = shown(place);
        String rest = rest(place, shown);
        double y = bottom;
        if (!rest.isEmpty()) {
            card.drawTextCentre(card.letters.fitted(rest, Weight.MEDIUM, 17, 13, width), Ink.MUTED, middle, y);
            y -= ROW;
        }
        for (int i = shown - 1; i >= 0; i--) {
            Line name = card.letters.fitted(name(place, i), Weight.BOLD, place.rank() == 1 ? 22 : 20, 16, width);
            card.drawTextCentre(name, Ink.TEXT, middle, y);
            y -= ROW;
        }
    }

    private String rest(Place place, int shown) {
        if (place.sharing().isEmpty()) {
            return look.text("podium.many");
        }
        int more = place.sharing().getAsInt() - shown;
        return more > 0 ? look.text("podium.more", more) : "";
    }

    private String name(Place place, int index) {
        String name = place.names().get(index);
        return card.letters.shows(name) ? name : look.text("fan", index + 1);
    }

    private String points(Place place) {
        return look.text("points", place.points());
    }

    private String alt() {
        return Alt.of(
                look.text("podium.alt", season),
                places.stream().map(this::sentence).toList());
    }

    private String sentence(Place place) {
        int shown = Math.min(place.names().size(), NAMED);
        String names = IntStream.range(0, shown).mapToObj(i -> name(place, i)).collect(joining(", "));
        String all = (names + " " + rest(place, shown)).strip();
        return look.text("podium.alt.place", place.rank(), all, points(place));
    }
}
