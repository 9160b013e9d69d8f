package io.github.mirrorball.standings;

import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a fan has the points they have, pick by pick.
 *
 * @param lines in the order in which the polls lock
 */
public record Scorecard(List<Line> lines) {

    /**
     * One pick.
     *
     * @param verdict empty while the poll is not resolved
     */
    public record Line(Poll poll, Pick pick, Optional<Verdict> verdict) {}

    /** The scorecard of these picks of one fan. */
    public static Scorecard of(List<Pick> picks, List<Poll> polls, Map<Long, Map<String, Verdict>> verdicts) {
        return new Scorecard(polls.stream()
                .flatMap(poll -> picks.stream()
                        .filter(pick -> pick.poll() == poll.id())
                        .map(pick -> new Line(poll, pick, verdict(verdicts, pick))))
                .toList());
    }

    private static Optional<Verdict> verdict(Map<Long, Map<String, Verdict>> verdicts, Pick pick) {
        return Optional.ofNullable(verdicts.getOrDefault(pick.poll(), Map.of()).get(pick.outcome()));
    }
}
