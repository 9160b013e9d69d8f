package io.github.mirrorball.bot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A season as it stands, for people who check it.
 *
 * @param polls by episode's air time; only those that were ever open
 * @param standings best first
 */
public record Report(String season, List<PollReport> polls, List<Row> standings) {

    /**
     * One poll.
     *
     * @param episode empty for a season-long poll
     * @param asks the ask's key, such as {@code elimination}
     * @param state the poll's state in lower case
     * @param result the right outcomes in ballot order; empty unless resolved
     * @param picks counted picks by outcome, in ballot order; outcomes that nobody picked are left out
     */
    public record PollReport(
            OptionalInt episode, String asks, String state, List<String> result, Map<String, Integer> picks) {}

    /** One fan's standing; points have no trailing zeros. */
    public record Row(int rank, String fan, BigDecimal points, int correct, int picked) {}
}
