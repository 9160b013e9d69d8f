package io.github.mirrorball.standings;

import java.math.BigDecimal;

/** What several verdicts of one fan add up to. */
public record Totals(BigDecimal points, int correct, int picked) {

    /** No pick counted. */
    public static final Totals NONE = new Totals(Scoring.NOTHING, 0, 0);

    /** What one verdict on a pick that counts comes to. */
    static Totals of(Verdict verdict) {
        return new Totals(verdict.points(), verdict.correct() ? 1 : 0, 1);
    }

    Totals plus(Totals other) {
        if (picked == 0) {
            return other;
        }
        return new Totals(points.add(other.points), correct + other.correct, picked + other.picked);
    }
}
