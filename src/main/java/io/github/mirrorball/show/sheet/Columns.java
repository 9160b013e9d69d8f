package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.TypedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the columns of a table hold, by their headings as real tables have them; never by their order. */
final class Columns {

    /** What a column can hold. */
    enum Kind {
        NAME(
                "name",
                "names",
                "celebrity",
                "celebrities",
                "celebrityname",
                "celebritynames",
                "contestant",
                "contestants",
                "couple",
                "couples",
                "star",
                "castaway",
                "baker",
                "queen",
                "kandidat",
                "teilnehmer",
                "promi",
                "concursante",
                "pareja",
                "candidat"),
        PARTNER(
                "partner",
                "partners",
                "pro",
                "professional",
                "professionalpartner",
                "professionaldancer",
                "ballroompartner",
                "propartner",
                "profi",
                "tanzpartner"),
        EPISODE(
                "episode",
                "episodenumber",
                "ep",
                "epno",
                "no",
                "noinseason",
                "night",
                "show",
                "number",
                "folge",
                "episodio"),
        WEEK("week", "weeks", "woche", "semana", "semaine"),
        TITLE("title", "theme", "episodetitle", "titel"),
        DATE("date", "airdate", "airs", "airsat", "aired", "originalairdate", "originalreleasedate", "datum", "fecha"),
        TIME("time", "airtime"),
        SCORES("scores", "score", "marks", "judgesscores", "judgesscore", "points", "wertung", "notes"),
        TOTAL("total", "sum", "totalscore", "scoretotal", "combined", "totals", "gesamt", "summe"),
        RESULT("result", "results", "status", "outcome", "finish", "ergebnis", "resultado"),
        PLACE("place", "placement", "rank", "position", "platz"),
        SEASON("season", "staffel", "temporada"),
        OTHER;

        /** With a blank before and after each. */
        private final String headings;

        Kind(String... headings) {
            this.headings = " " + String.join(" ", headings) + " ";
        }

        private boolean has(String heading) {
            return !heading.isEmpty() && headings.contains(" " + heading + " ");
        }
    }

    private static final Pattern JUDGE = Pattern.compile("(?:judge|j)[ _]?\\d{1,2}(?:[ _]?score)?");
    private static final Pattern WIDE =
            Pattern.compile("w(?:ee)?k?[ _]?(\\d{1,2})[ _]?j(?:udge)?[ _]?(\\d{1,2})(?:[ _]?scores?)?");

    private final Map<Kind, Integer> places = new HashMap<>();
    private final List<Integer> judges = new ArrayList<>();
    private final Map<Integer, List<Integer>> weeks = new HashMap<>();
    private final List<Integer> others = new ArrayList<>();

    Columns(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            addHeading(headings.get(i), i);
        }
    }

    private void addHeading(String heading, int column) {
        String plain = TypedText.withoutAccents(heading);
        String key = TypedText.key(plain);
        Matcher wide = WIDE.matcher(plain.strip());
        if (wide.matches()) {
            weeks.computeIfAbsent(Integer.parseInt(wide.group(1)), week -> new ArrayList<>())
                    .add(column);
            return;
        }
        if (JUDGE.matcher(plain.strip()).matches()) {
            judges.add(column);
            return;
        }
        for (Kind kind : Kind.values()) {
            if (kind.has(key)) {
                places.putIfAbsent(kind, column);
                return;
            }
        }
        others.add(column);
    }

    OptionalInt place(Kind kind) {
        Integer column = places.get(kind);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    boolean has(Kind kind) {
        return places.containsKey(kind);
    }

    /** The text of a row's cell of this kind; empty if it has none. */
    String cell(List<String> row, Kind kind) {
        OptionalInt column = place(kind);
        return column.isPresent() && column.getAsInt() < row.size()
                ? row.get(column.getAsInt()).strip()
                : "";
    }

    /** Columns of a judge each, in order. */
    List<Integer> judges() {
        return judges;
    }

    /** Columns of a week's judges, by week. */
    Map<Integer, List<Integer>> weeks() {
        return weeks;
    }

    /** Columns whose headings say nothing known. */
    List<Integer> others() {
        return others;
    }
}
