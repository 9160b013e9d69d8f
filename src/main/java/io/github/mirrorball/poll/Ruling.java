package io.github.mirrorball.poll;

import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the newest results say about a poll. Derived each time and never kept, so that a correction corrects it.
 *
 * @param verdict whether the answer is in
 * @param right the outcomes that were right; empty unless resolved
 * @param voided the outcomes on which picks are void, whether resolved or not
 */
public record Ruling(Verdict verdict, Set<String> right, Set<String> voided) {

    /** Whether a poll's answer is in. */
    public enum Verdict {
        PENDING,
        CANCELED,
        RESOLVED
    }

    /** The ruling on a poll of this season. */
    public static Ruling of(Season season, Poll poll) {
        Optional<Set<String>> answer = answer(season, poll);
        Set<String> voided = voided(season, poll);
        if (answer.isPresent()) {
            return new Ruling(Verdict.RESOLVED, answer.get(), voided);
        }
        return new Ruling(isCanceled(season, poll) ? Verdict.CANCELED : Verdict.PENDING, Set.of(), voided);
    }

    private static Result result(Season season, Poll poll) {
        return poll.episode().isPresent() ? season.result(poll.episode().getAsInt()) : Result.NOTHING;
    }

    private static Optional<Set<String>> answer(Season season, Poll poll) {
        Result result = result(season, poll);
        Map<String, BigDecimal> totals = totals(season, poll, result);
        return switch (poll.ask().kind()) {
            case ELIMINATION -> result.eliminated().map(Ruling::leavers);
            case TOP_SCORE -> sharing(totals, Comparator.naturalOrder());
            case LOW_SCORE -> sharing(totals, Comparator.reverseOrder());
            case SCORE ->
                poll.ask()
                        .contestant()
                        .flatMap(who -> Optional.ofNullable(totals.get(who)))
                        .map(total -> Set.of(total.toPlainString()));
            case WINNER -> Optional.of(first(season.placements())).filter(winners -> !winners.isEmpty());
            case CUSTOM ->
                poll.ask()
                        .question()
                        .flatMap(question -> answered(season, poll, question))
                        .map(Set::copyOf);
        };
    }

    /** A season-long question belongs to no episode, so whichever result answers it last does. */
    private static Optional<List<String>> answered(Season season, Poll poll, String question) {
        Stream<Result> results = poll.episode().isPresent()
                ? Stream.of(result(season, poll))
                : season.episodes().stream().map(episode -> season.result(episode.number()));
        return results.flatMap(result -> Optional.ofNullable(result.answers().get(question)).stream())
                .reduce((earlier, later) -> later);
    }

    private static Set<String> leavers(List<String> eliminated) {
        return eliminated.isEmpty() ? Set.of(Contestant.NO_ONE) : Set.copyOf(eliminated);
    }

    private static Map<String, BigDecimal> totals(Season season, Poll poll, Result result) {
        Set<String> gone = episode(season, poll).map(season::goneBefore).orElse(Set.of());
        Map<String, BigDecimal> totals = result.totals();
        totals.keySet().removeAll(gone);
        return totals;
    }

    private static Optional<Set<String>> sharing(Map<String, BigDecimal> totals, Comparator<BigDecimal> order) {
        return totals.values().stream()
                .max(order)
                .map(best -> totals.entrySet().stream()
                        .filter(each -> each.getValue().compareTo(best) == 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> first(Map<String, Integer> placements) {
        return placements.entrySet().stream()
                .filter(place -> place.getValue() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Only a night that is said to have had no marks leaves a question about them without an answer for good. */
    private static boolean isCanceled(Season season, Poll poll) {
        Result result = result(season, poll);
        return poll.ask().kind().aboutMarks()
                && result.marks().isPresent()
                && result.totals().isEmpty();
    }

    private static Set<String> voided(Season season, Poll poll) {
        if (poll.ask().kind() == AskKind.CUSTOM || poll.ask().kind() == AskKind.SCORE) {
            return Set.of();
        }
        Optional<Episode> episode = episode(season, poll);
        if (episode.isEmpty()) {
            return season.withdrawn();
        }
        Set<String> voided = new HashSet<>(season.goneBefore(episode.get()));
        Result result = result(season, poll);
        Collection<String> marked =
                poll.ask().kind().aboutMarks() ? result.totals().keySet() : Set.of();
        result.withdrew().stream().filter(who -> !marked.contains(who)).forEach(voided::add);
        return voided;
    }

    private static Optional<Episode> episode(Season season, Poll poll) {
        return poll.episode().isPresent() ? season.episode(poll.episode().getAsInt()) : Optional.empty();
    }
}
