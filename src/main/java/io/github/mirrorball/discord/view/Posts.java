package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.schedule.Notice.ChangedByHand.Deed;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;

/** What is posted unasked beside the cards: locks, results, changes of the cast. */
public final class Posts {

    private static final int BEST_TOTALS = 3;

    private Posts() {}

    /**
     * These polls are locked.
     *
     * @param missed the ones of which reactions may have been missed
     */
    public static Container locked(
            Messages words, Season season, List<Poll> polls, Map<Long, Integer> picks, Set<Long> missed) {
        String lines = polls.stream()
                .map(poll -> words.text(
                        "locked.line",
                        Wording.question(words, season, poll),
                        Wording.episode(words, season, poll),
                                picks.getOrDefault(poll.id(), 0))
                        + (missed.contains(poll.id()) ? "\n-# " + words.text("card.missed") : ""))
                .collect(Collectors.joining("\n"));
        return Panels.of(season.id())
                .text("### 🔒 " + words.text("locked.title"))
                .text(lines)
                .build();
    }

    /**
     * What stands below a result.
     *
     * @param changes of a correction, as many as are shown; empty for a first version
     * @param changed how many fans' points the correction changed
     * @param crowd what The Crowd has, if it is shown
     */
    public record Below(List<Standing> top, Optional<Totals> crowd, List<Change> changes, int changed) {

        public Below {
            top = List.copyOf(top);
            changes = List.copyOf(changes);
        }
    }

    /** An episode's result is in, or was corrected; with what a correction changed, and the top of the standings. */
    public static Container resulted(
            Messages words, Season season, Episode episode, int version, List<Poll> polls, Below below) {
        Panels panel = Panels.of(season.id())
                .text("### "
                        + words.text(
                                version == 1 ? "result.title" : "result.corrected", Wording.episode(words, episode)))
                .text(facts(words, season, season.result(episode.number())))
                .text(answers(words, season, polls));
        if (version > 1) {
            corrected(words, panel, "correction:" + season.id() + ":" + episode.number() + ":" + version, below);
        }
        if (!below.top().isEmpty()) {
            String crowd = below.crowd()
                    .map(totals -> "\n" + StandingsView.crowd(words, Scope.SEASON, totals))
                    .orElse("");
            panel.line()
                    .text("**" + words.text("standings.title") + "**\n" + StandingsView.rows(words, below.top())
                            + crowd);
        }
        return panel.build();
    }

    private static void corrected(Messages words, Panels panel, String id, Below below) {
        panel.line()
                .text("**" + words.text("correction.title", below.changed()) + "**\n"
                        + StandingsView.changes(words, below.changes()));
        if (below.changed() > below.changes().size()) {
            panel.row(Button.secondary(id, words.text("correction.all", below.changed())));
        }
    }

    /** A result's facts, a line each: also for the host's preview. */
    public static String facts(Messages words, Season season, Result result) {
        StringBuilder facts = new StringBuilder();
        result.eliminated()
                .ifPresent(out -> facts.append(
                        out.isEmpty()
                                ? words.text("result.nobodyLeft")
                                : words.text("result.left", Wording.names(season, out))));
        if (!result.withdrew().isEmpty()) {
            facts.append('\n').append(words.text("result.withdrew", Wording.names(season, result.withdrew())));
        }
        result.marks()
                .ifPresent(marks -> facts.append('\n')
                        .append(
                                marks.isEmpty()
                                        ? words.text("result.noMarks")
                                        : words.text("result.best", best(season, result.totals()))));
        if (!result.placements().isEmpty()) {
            facts.append('\n').append(words.text("result.winner", Wording.names(season, winners(result))));
        }
        result.answers()
                .forEach((question, right) -> facts.append('\n')
                        .append(words.text(
                                "result.answer",
                                Markdown.escape(question),
                                right.stream().map(Markdown::escape).collect(Collectors.joining(", ")))));
        return facts.toString().strip();
    }

    private static List<String> winners(Result result) {
        return result.placements().entrySet().stream()
                .filter(place -> place.getValue() == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String best(Season season, Map<String, BigDecimal> totals) {
        return totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .limit(BEST_TOTALS)
                .map(each -> Wording.name(season, each.getKey()) + " " + Wording.points(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String answers(Messages words, Season season, List<Poll> polls) {
        return polls.stream()
                .map(poll ->
                        words.text("result.answer", Wording.question(words, season, poll), answer(words, season, poll)))
                .collect(Collectors.joining("\n"));
    }

    private static String answer(Messages words, Season season, Poll poll) {
        Ruling ruling = Ruling.of(season, poll);
        if (poll.byHand().calledOff()) {
            return words.text("card.calledOff");
        }
        return switch (ruling.verdict()) {
            case PENDING -> words.text("result.pending");
            case CANCELED -> words.text("card.canceled");
            case RESOLVED ->
                ruling.right().stream()
                        .sorted()
                        .map(right -> Wording.outcome(words, poll, right))
                        .collect(Collectors.joining(", "));
        };
    }

    /** A host changed a poll outside its timetable. */
    public static Container changedByHand(Messages words, Season season, Poll poll, Deed deed) {
        String key = switch (deed) {
            case LOCK_MOVED -> "byhand.lockMoved";
            case REOPENED -> "byhand.reopened";
            case CALLED_OFF -> "byhand.called_off";
        };
        return Panels.of(season.id())
                .text("### " + words.text(key + ".title"))
                .text(words.text(
                        key,
                        Wording.question(words, season, poll),
                        Wording.episode(words, season, poll),
                        Markdown.moment(poll.locksAt()),
                        Markdown.until(poll.locksAt())))
                .build();
    }

    /** The cast changed under open polls. */
    public static Container castChanged(Messages words, Season season, List<Poll> polls) {
        String struck = polls.stream()
                .flatMap(poll -> poll.outcomes().stream())
                .filter(outcome -> outcome.struck())
                .map(outcome -> Wording.outcome(words, outcome))
                .distinct()
                .collect(Collectors.joining(", "));
        String questions = polls.stream()
                .map(poll -> Wording.question(words, season, poll) + " · " + Wording.episode(words, season, poll))
                .collect(Collectors.joining("\n"));
        return Panels.of(season.id())
                .text("### " + words.text("cast.title"))
                .text(struck.isEmpty() ? words.text("cast.back") : words.text("cast.struck", struck))
                .text(questions)
                .text("-# " + words.text("cast.again"))
                .build();
    }
}
