package io.github.mirrorball.discord.view;

import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Accuracy;
import io.github.mirrorball.standings.Reason;
import io.github.mirrorball.standings.Scorecard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A fan's scorecard as text: each point with its reason. */
public final class ScorecardView {

    /** So that a page of the longest questions still fits a message. */
    private static final int LONGEST_LINE = 400;

    private ScorecardView() {}

    /** What stands out: the streak, the best call, the joker. */
    public static String summary(Messages words, Season season, Scorecard card, OptionalInt joker) {
        List<String> parts = new ArrayList<>();
        if (card.streak() > 1) {
            parts.add(words.text("me.streak", card.streak()));
        }
        card.bestCall().ifPresent(line -> parts.add(bestCall(words, line)));
        if (season.settings().joker()) {
            parts.add(joker.stream()
                    .boxed()
                    .flatMap(number -> season.episode(number).stream())
                    .findFirst()
                    .map(episode -> words.text("me.joker", Wording.episode(words, episode)))
                    .orElseGet(() -> words.text("me.noJoker")));
        }
        return String.join("\n", parts);
    }

    private static String bestCall(Messages words, Scorecard.Line line) {
        int fans = line.verdict().map(given -> given.fans()).orElse(0);
        return words.text(
                "me.bestCall",
                Wording.outcome(words, line.poll(), line.pick().outcome()),
                Accuracy.percent(fans, line.picked()));
    }

    /** These lines, the last of them first. */
    public static String lines(Messages words, Season season, List<Scorecard.Line> lines) {
        List<Scorecard.Line> newestFirst = new ArrayList<>(lines);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(line -> line(words, season, line)).collect(Collectors.joining("\n"));
    }

    private static String line(Messages words, Season season, Scorecard.Line line) {
        String question =
                Wording.question(words, season, line.poll()) + " · " + Wording.episode(words, season, line.poll());
        String text = words.text(
                "me.line",
                Markdown.cut(question, LONGEST_LINE / 2),
                Markdown.cut(Wording.outcome(words, line.poll(), line.pick().outcome()), LONGEST_LINE / 4),
                reason(words, line));
        return Markdown.cut(text, LONGEST_LINE);
    }

    /** Why a line has its points. */
    public static String reason(Messages words, Scorecard.Line line) {
        Reason reason = line.reason();
        if (reason instanceof Reason.Right right) {
            return right(words, line, right);
        }
        if (reason instanceof Reason.Near near) {
            return words.text(
                    "me.near",
                    Wording.points(line.points()),
                    Wording.points(near.worth()),
                    Wording.points(near.distance()),
                    joker(words, line));
        }
        if (reason instanceof Reason.Voided gone) {
            return words.text(gone.withdrew() ? "me.voidWithdrew" : "me.voidGone");
        }
        if (reason instanceof Reason.Canceled) {
            return words.text("me.canceled");
        }
        return words.text(reason instanceof Reason.Wrong ? "me.wrong" : "me.waiting");
    }

    private static String right(Messages words, Scorecard.Line line, Reason.Right right) {
        String underdog =
                right.underdog().signum() == 0 ? "" : " " + words.text("me.underdog", Wording.points(right.underdog()));
        return words.text(
                "me.right", Wording.points(line.points()), Wording.points(right.worth()), underdog, joker(words, line));
    }

    private static String joker(Messages words, Scorecard.Line line) {
        return line.joker() ? " " + words.text("me.doubled") : "";
    }
}
