package io.github.mirrorball.standings;

import java.math.BigDecimal;

/**
 * What a pick of one outcome comes to in one poll, before a fan's own joker.
 *
 * @param counted whether the pick counts at all; a void one counts nowhere
 * @param points two places
 */
public record Verdict(boolean counted, boolean correct, BigDecimal points) {

    /** A pick that counts nowhere. */
    public static final Verdict VOID = new Verdict(false, false, Scoring.NOTHING);
}
