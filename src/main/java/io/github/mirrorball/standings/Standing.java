package io.github.mirrorball.standings;

import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * One fan's row in a table of the standings.
 *
 * @param rank 1 for the best; shared by those who are equal, and then as many ranks are skipped
 * @param name the fan's last seen name; orders the rows of one rank and nothing else
 * @param correct how many counted picks were correct
 * @param picked how many picks counted
 * @param before the rank before the newest episode; empty for who is new, and where it means nothing
 */
public record Standing(
        int rank, long fan, String name, BigDecimal points, int correct, int picked, OptionalInt before) {

    /** A row without a past. */
    public Standing(int rank, long fan, String name, BigDecimal points, int correct, int picked) {
        this(rank, fan, name, points, correct, picked, OptionalInt.empty());
    }

    /** The same row with the rank it had before. */
    public Standing after(OptionalInt earlier) {
        return new Standing(rank, fan, name, points, correct, picked, earlier);
    }
}
