package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Reason;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A fan's scorecard as text: each point with its reason. */
public final class ScorecardView {

    /** So that a page of the longest questions still fits a message. */
    private static final Space QUESTION = new Space(90, 220);

    private static final int MOST_OPEN = 5;

    private ScorecardView() {}

    /** What stands out: the weeks, the streak, the best call, the joker. */
    public static String summary(Messages words, Season season, List<Poll> polls, Scorecard card, OptionalInt joker) {
        List<String> parts = new ArrayList<>();
        String weeks = Weeks.of(words, season, polls, card);
        if (!weeks.isEmpty()) {
            parts.add(weeks);
        }
        if (card.streak() > 1) {
            parts.add(Sign.STREAK.before(words.text("me.streak", card.streak())));
        }
        card.bestCall().ifPresent(line -> parts.add(Sign.BEST_CALL.before(bestCall(words, line))));
        if (season.settings().joker()) {
            parts.add(Sign.JOKER.before(joker(words, season, joker)));
        }
        return String.join("\n", parts);
    }

    private static String joker(Messages words, Season season, OptionalInt joker) {
        return joker.stream()
                .boxed()
                .flatMap(number -> season.episode(number).stream())
                .findFirst()
                .map(episode -> words.text("me.joker", Wording.episode(words, episode)))
                .orElseGet(() -> words.text("me.noJoker"));
    }

    /** Which polls are open and wait for this fan's pick; blank when none is. */
    public static String open(Messages words, Season season, List<Poll> polls, Scorecard card) {
        List<Poll> missing = polls.stream()
                .filter(poll -> poll.state() == PollState.OPEN)
                .filter(poll ->
                        card.lines().stream().noneMatch(line -> line.poll().id() == poll.id()))
                .toList();
        if (missing.isEmpty()) {
            return "";
        }
        String lines = missing.stream()
                .limit(MOST_OPEN)
                .map(poll -> words.text(
                        "me.openPoll",
                        Wording.question(words, season, poll, Space.NAME),
                        Markdown.until(poll.locksAt())))
                .collect(Collectors.joining("\n"));
        return "**" + Sign.OPEN.before(words.text("me.open", missing.size())) + "**\n" + lines;
    }

    private static String bestCall(Messages words, Scorecard.Line line) {
        int fans = line.verdict().map(given -> given.fans()).orElse(0);
        return words.text(
                "me.bestCall",
                Wording.outcome(words, line.poll(), line.pick().outcome()),
                Bars.percent(words, fans, line.picked()));
    }

    /** These lines, the last of them first. */
    public static String lines(Messages words, Season season, List<Scorecard.Line> lines) {
        List<Scorecard.Line> newestFirst = new ArrayList<>(lines);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(line -> line(words, season, line)).collect(Collectors.joining("\n"));
    }

    private static String line(Messages words, Season season, Scorecard.Line line) {
        return words.text(
                "me.line",
                Weeks.mark(line).emoji,
                Wording.question(words, season, line.poll(), QUESTION),
                Wording.episode(words, season, line.poll(), QUESTION),
                Wording.outcome(words, line.poll(), line.pick().outcome(), QUESTION),
                reason(words, line));
    }

    /** Why a line has its points. */
    public static String reason(Messages words, Scorecard.Line line) {
        Reason reason = line.reason();
        if (reason instanceof Reason.Right right) {
            return right(words, line, right);
        }
        if (reason instanceof Reason.Near near) {
            return words.text(
                    line.joker() ? "me.nearDoubled" : "me.near", line.points(), near.worth(), near.distance());
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
        boolean underdog = right.underdog().signum() != 0;
        String key = underdog
                ? line.joker() ? "me.underdogDoubled" : "me.underdog"
                : line.joker() ? "me.rightDoubled" : "me.right";
        return words.text(key, line.points(), right.worth(), right.underdog());
    }
}
