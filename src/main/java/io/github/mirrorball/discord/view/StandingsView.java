package io.github.mirrorball.discord.view;

import io.github.mirrorball.standings.Accuracy;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of the standings as text. */
public final class StandingsView {

    /** A fan's name at Discord has at most 32 characters. */
    private static final Space NAME = new Space(48, 140);

    private StandingsView() {}

    /** The rows of a season's standings, a line each; the first three ranks have medals. */
    public static String rows(Messages words, List<Standing> standings) {
        return rows(words, Scope.SEASON, standings);
    }

    /** The rows of a scope, a line each. */
    public static String rows(Messages words, Scope scope, List<Standing> standings) {
        return standings.stream().map(standing -> row(words, scope, standing)).collect(Collectors.joining("\n"));
    }

    /** One row of a season's standings. */
    public static String row(Messages words, Standing standing) {
        return row(words, Scope.SEASON, standing);
    }

    /** One row of a scope. */
    public static String row(Messages words, Scope scope, Standing standing) {
        String name = Markdown.escape(standing.name(), NAME);
        Totals totals = new Totals(standing.points(), standing.correct(), standing.picked());
        return line(words, scope, place(words, standing.rank()), name, totals) + movement(words, standing);
    }

    /** The Crowd's line, which has no rank. */
    public static String crowd(Messages words, Scope scope, Totals totals) {
        return line(words, scope, Sign.CROWD.toString(), words.text("standings.crowd"), totals);
    }

    private static String line(Messages words, Scope scope, String place, String name, Totals totals) {
        if (scope.equals(Scope.ACCURACY)) {
            int percent = Accuracy.percent(totals.correct(), totals.picked());
            return words.text("standings.accurate", place, name, percent, totals.correct(), totals.picked());
        }
        return words.text("standings.row", place, name, totals.points(), totals.correct(), totals.picked());
    }

    /** How many ranks up or down since the episode before; nothing for who was not there yet. */
    private static String movement(Messages words, Standing standing) {
        if (standing.before().isEmpty()) {
            return "";
        }
        int up = standing.before().getAsInt() - standing.rank();
        return " · " + (up == 0 ? "–" : up > 0 ? "▲" + words.number(up) : "▼" + words.number(-up));
    }

    /** What a correction did to these fans' points, a line each. */
    public static String changes(Messages words, List<Change> changes) {
        return changes.stream()
                .map(change -> words.text(
                        "correction.line",
                        Markdown.escape(change.name(), NAME),
                        change.before(),
                        change.after(),
                        sign(words, change.after().subtract(change.before()))))
                .collect(Collectors.joining("\n"));
    }

    /** By how much points changed, with its sign. */
    private static String sign(Messages words, BigDecimal difference) {
        return difference.signum() < 0 ? "−" + words.number(difference.negate()) : "+" + words.number(difference);
    }

    /** A rank, or a final place: the first three have medals. */
    static String place(Messages words, int rank) {
        return switch (rank) {
            case 1 -> "🥇";
            case 2 -> "🥈";
            case 3 -> "🥉";
            default -> words.text("standings.place", rank);
        };
    }
}
