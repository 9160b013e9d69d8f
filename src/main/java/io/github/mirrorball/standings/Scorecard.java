package io.github.mirrorball.standings;

import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a fan has the points they have, pick by pick.
 *
 * @param lines in the order in which the polls lock
 */
public record Scorecard(List<Line> lines) {

    public Scorecard {
        lines = List.copyOf(lines);
    }

    /**
     * One pick.
     *
     * @param verdict before the joker; empty while the poll is not resolved
     * @param joker whether the fan doubles this poll's episode
     * @param picked how many counted picks the poll has
     */
    public record Line(Poll poll, Pick pick, Optional<Verdict> verdict, boolean joker, int picked, Reason reason) {

        /** What it earned, with the joker. */
        public BigDecimal points() {
            return verdict.map(given -> joker ? given.doubled() : given)
                    .map(Verdict::points)
                    .orElse(Scoring.NOTHING);
        }

        private boolean isCounted() {
            return verdict.filter(Verdict::counted).isPresent();
        }

        private boolean isCorrect() {
            return verdict.filter(Verdict::correct).isPresent();
        }

        private double share() {
            return verdict.map(given -> given.fans() / (double) Math.max(1, picked))
                    .orElse(1.0);
        }
    }

    /**
     * The scorecard of these picks of one fan.
     *
     * @param polls of the season, in the order in which they lock
     * @param joker the episode that the fan doubles
     */
    public static Scorecard of(
            Season season,
            List<Poll> polls,
            List<Pick> picks,
            Map<Long, Map<String, Verdict>> verdicts,
            OptionalInt joker) {
        return new Scorecard(polls.stream()
                .flatMap(poll -> picks.stream()
                        .filter(pick -> pick.poll() == poll.id())
                        .map(pick -> line(season, poll, pick, verdicts.getOrDefault(poll.id(), Map.of()), joker)))
                .toList());
    }

    private static Line line(Season season, Poll poll, Pick pick, Map<String, Verdict> verdicts, OptionalInt joker) {
        Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(pick.outcome()));
        int picked = verdicts.values().stream()
                .filter(Verdict::counted)
                .mapToInt(Verdict::fans)
                .sum();
        boolean doubled = poll.episode().isPresent() && poll.episode().equals(joker);
        return new Line(poll, pick, verdict, doubled, picked, Reason.of(season, poll, pick, verdict));
    }

    /** How many of the newest counted picks in a row were correct. */
    public int streak() {
        int streak = 0;
        for (Line line : lines) {
            if (line.isCounted()) {
                streak = line.isCorrect() ? streak + 1 : 0;
            }
        }
        return streak;
    }

    /** The right pick that the smallest share of fans had; the earliest of several. Empty while none was right. */
    public Optional<Line> bestCall() {
        return lines.stream().filter(Line::isCorrect).min(Comparator.comparingDouble(Line::share));
    }
}
