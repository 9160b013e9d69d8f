package io.github.mirrorball.discord.view;

import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A result's facts, a line each: for everyone, and for the host who is asked whether they are right. */
public final class Facts {

    private static final int BEST_TOTALS = 3;
    private static final int LONGEST_SCORES = 1500;
    private static final Space LEAVERS = new Space(450, 950);
    private static final Space OTHERS = new Space(250, 500);
    private static final Space TOTALS = new Space(300, 650);
    private static final Space ANSWERS = new Space(900, 1800);

    private Facts() {}

    /** What happened in an episode, as far as it is known. */
    public static String of(Messages words, Season season, Result result) {
        List<String> facts = new ArrayList<>(night(words, season, result));
        List<String> winners = placed(result.placements(), 1);
        if (!winners.isEmpty()) {
            facts.add(words.text("result.winner", Wording.names(words, season, winners, OTHERS)));
        }
        Space share = ANSWERS.each(2 * result.answers().size());
        result.answers()
                .forEach((question, right) -> facts.add(
                        words.text("result.answer", Markdown.escape(question, share), answers(words, right, share))));
        return String.join("\n", facts);
    }

    /** Everybody's scores, a line each, as far as there is room. */
    public static String scores(Messages words, Season season, Result result) {
        Space share = TOTALS.each(BEST_TOTALS);
        Map<String, List<BigDecimal>> marks = result.marks().orElse(Map.of());
        String lines = result.totals().entrySet().stream()
                .map(each -> Wording.brief(season, each.getKey(), share) + " · **" + words.number(each.getValue())
                        + "** · " + numbers(words, marks.getOrDefault(each.getKey(), List.of())))
                .collect(Collectors.joining("\n"));
        return Markdown.cut(lines, LONGEST_SCORES);
    }

    private static String numbers(Messages words, List<BigDecimal> given) {
        return given.stream().map(words::number).collect(Collectors.joining(" "));
    }

    /** What happened that night, without what is asked beyond it. */
    static List<String> night(Messages words, Season season, Result result) {
        List<String> facts = new ArrayList<>();
        result.eliminated()
                .ifPresent(out -> facts.add(
                        out.isEmpty()
                                ? words.text("result.nobodyLeft")
                                : words.text("result.left", Wording.names(words, season, out, LEAVERS))));
        if (!result.withdrew().isEmpty()) {
            facts.add(words.text("result.withdrew", Wording.names(words, season, result.withdrew(), OTHERS)));
        }
        result.marks()
                .ifPresent(marks -> facts.add(
                        marks.isEmpty()
                                ? words.text("result.noMarks")
                                : words.text("result.best", best(words, season, result.totals()))));
        return facts;
    }

    /** Who has this final place. */
    static List<String> placed(Map<String, Integer> placements, int place) {
        return placements.entrySet().stream()
                .filter(each -> each.getValue() == place)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String answers(Messages words, List<String> right, Space space) {
        return Names.bold(words, right, space, Markdown::escape);
    }

    /** The highest totals; whoever shares the last of them is named too, as long as they are few. */
    private static String best(Messages words, Season season, Map<String, BigDecimal> totals) {
        List<Map.Entry<String, BigDecimal>> shown = totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .limit(BEST_TOTALS)
                .toList();
        Space share = TOTALS.each(BEST_TOTALS);
        return shown.stream()
                .map(each -> Wording.brief(season, each.getKey(), share) + " **" + words.number(each.getValue()) + "**")
                .collect(Collectors.joining(", "));
    }
}
