package io.github.mirrorball.standings;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How often a fan is right, which says something only of those who picked often enough. */
public final class Accuracy {

    private Accuracy() {}

    /** How many counted picks it takes to be ranked: half of the polls that are resolved, rounded up. */
    public static int least(int resolved) {
        return Math.max(1, (resolved + 1) / 2);
    }

    /** The share of right picks in whole per cent, rounded half up; 0 without picks. */
    public static int percent(int correct, int picked) {
        return picked == 0
                ? 0
                : BigDecimal.valueOf(100L * correct)
                        .divide(BigDecimal.valueOf(picked), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
