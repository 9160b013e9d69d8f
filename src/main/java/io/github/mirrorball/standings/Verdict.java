package io.github.mirrorball.standings;

import java.math.BigDecimal;

/**
 * What a pick of one outcome comes to in one poll, before a fan's own joker.
 *
 * @param counted whether the pick counts at all; a void one counts nowhere
 * @param points two places
 * @param fans how many counted picks are on this outcome
 */
public record Verdict(boolean counted, boolean correct, BigDecimal points, int fans) {

    /** A pick that counts nowhere. */
    public static final Verdict VOID = new Verdict(false, false, Scoring.NOTHING);

    /** A verdict on an outcome of which it does not matter how many are on it. */
    public Verdict(boolean counted, boolean correct, BigDecimal points) {
        this(counted, correct, points, 0);
    }

    /** What it comes to under a joker: twice the points, and not more correct. */
    public Verdict doubled() {
        return new Verdict(counted, correct, points.add(points), fans);
    }
}
