package io.github.mirrorball.standings;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Points of every outcome that was picked in a poll: a pure function of the newest results and of how many picked what. */
public final class Scoring {

    static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal EVERYTHING = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal POINTS_PER_MARK_MISSED = BigDecimal.valueOf(2);

    private Scoring() {}

    /**
     * The verdicts on a poll's outcomes.
     *
     * @param tally how many fans stand on each outcome, void ones among them
     * @return a verdict for each outcome of the tally; empty unless the poll is resolved
     */
    public static Map<String, Verdict> verdicts(Season season, Poll poll, Map<String, Integer> tally) {
        if (!isResolved(season, poll)) {
            return Map.of();
        }
        Ruling ruling = Ruling.of(season, poll);
        int counted = tally.entrySet().stream()
                .filter(each -> !ruling.voided().contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        Map<String, Verdict> verdicts = new HashMap<>();
        tally.forEach((outcome, fans) -> verdicts.put(outcome, verdict(season, poll, ruling, outcome, fans, counted)));
        return verdicts;
    }

    /** Whether there are verdicts on a poll's outcomes. */
    public static boolean isResolved(Season season, Poll poll) {
        return poll.state() != PollState.CANCELED && Ruling.of(season, poll).verdict() == Ruling.Verdict.RESOLVED;
    }

    private static Verdict verdict(Season season, Poll poll, Ruling ruling, String outcome, int fans, int counted) {
        if (ruling.voided().contains(outcome)) {
            return Verdict.VOID;
        }
        BigDecimal worth = season.settings().worth(poll.ask());
        BigDecimal missed = missed(poll, ruling, outcome);
        if (missed.signum() == 0) {
            BigDecimal bonus = season.settings().underdog() ? underdog(worth, fans, counted) : NOTHING;
            return new Verdict(true, true, places(worth.add(bonus)), fans);
        }
        return new Verdict(true, false, places(worth.subtract(missed).max(BigDecimal.ZERO)), fans);
    }

    /** What a pick of this outcome falls short by: nothing if it is right, all but for guesses if it is not. */
    private static BigDecimal missed(Poll poll, Ruling ruling, String outcome) {
        if (poll.ask().kind() == AskKind.SCORE) {
            BigDecimal total = new BigDecimal(ruling.right().iterator().next());
            return total.subtract(new BigDecimal(outcome)).abs().multiply(POINTS_PER_MARK_MISSED);
        }
        return ruling.right().contains(outcome) ? BigDecimal.ZERO : EVERYTHING;
    }

    private static BigDecimal underdog(BigDecimal worth, int fans, int counted) {
        return worth.multiply(BigDecimal.valueOf(counted - fans))
                .divide(BigDecimal.valueOf(counted), 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal places(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP);
    }
}
