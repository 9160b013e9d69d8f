package io.github.mirrorball.standings;

import java.math.BigDecimal;

/** What several verdicts of one fan add up to. */
public record Totals(BigDecimal points, int correct, int picked) {

    /** No pick counted. */
    public static final Totals NONE = new Totals(Scoring.NOTHING, 0, 0);

    Totals plus(Verdict verdict) {
        return new Totals(points.add(verdict.points()), correct + (verdict.correct() ? 1 : 0), picked + 1);
    }

    Totals plus(Totals other) {
        return new Totals(points.add(other.points), correct + other.correct, picked + other.picked);
    }
}
