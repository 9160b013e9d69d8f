package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Verdict;
import io.github.mirrorball.wording.Messages;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A fan's season at a glance: one sign an episode, and in words how many of them went well. */
final class Weeks {

    private static final int MOST = 26;
    private static final Set<Mark> KNOWN = EnumSet.of(Mark.ALL, Mark.SOME, Mark.NONE);

    enum Mark {
        ALL("🟢"),
        SOME("🟡"),
        NONE("⚪"),
        WAITING("⏳"),
        NO_PICK("▫️");

        final String emoji;

        Mark(String emoji) {
            this.emoji = emoji;
        }
    }

    private Weeks() {}

    /** The strip with its sentence and what the signs mean; blank before the fan's first pick. */
    static String of(Messages words, Season season, List<Poll> polls, Scorecard card) {
        List<Mark> marks = season.episodes().stream()
                .filter(episode -> polls.stream().anyMatch(poll -> hasOpened(poll, episode)))
                .map(episode -> mark(episode, card))
                .toList();
        long known = marks.stream().filter(mark -> KNOWN.contains(mark)).count();
        if (known == 0) {
            return "";
        }
        long good = marks.stream()
                .filter(mark -> mark == Mark.ALL || mark == Mark.SOME)
                .count();
        String strip = marks.stream()
                .skip(Math.max(0, marks.size() - MOST))
                .map(mark -> mark.emoji)
                .collect(Collectors.joining());
        return strip + "\n" + words.text("me.weeks", good, known) + "\n-# " + legend(words);
    }

    private static String legend(Messages words) {
        return words.text(
                "me.weeksLegend",
                Mark.ALL.emoji,
                Mark.SOME.emoji,
                Mark.NONE.emoji,
                Mark.WAITING.emoji,
                Mark.NO_PICK.emoji);
    }

    private static boolean hasOpened(Poll poll, Episode episode) {
        return poll.episode().equals(OptionalInt.of(episode.number())) && poll.state() != PollState.SCHEDULED;
    }

    /** What one pick came to. */
    static Mark mark(Scorecard.Line line) {
        return line.verdict()
                .filter(Verdict::counted)
                .map(verdict -> verdict.correct() ? Mark.ALL : verdict.points().signum() > 0 ? Mark.SOME : Mark.NONE)
                .orElse(isAhead(line) ? Mark.WAITING : Mark.NO_PICK);
    }

    private static Mark mark(Episode episode, Scorecard card) {
        List<Scorecard.Line> lines = card.lines().stream()
                .filter(line -> line.poll().episode().equals(OptionalInt.of(episode.number())))
                .toList();
        List<Verdict> counted = lines.stream()
                .flatMap(line -> line.verdict().stream())
                .filter(Verdict::counted)
                .toList();
        if (counted.isEmpty()) {
            return lines.stream().anyMatch(Weeks::isAhead) ? Mark.WAITING : Mark.NO_PICK;
        }
        long right = counted.stream().filter(Verdict::correct).count();
        return right == counted.size() ? Mark.ALL : right > 0 ? Mark.SOME : Mark.NONE;
    }

    private static boolean isAhead(Scorecard.Line line) {
        return line.poll().state() == PollState.OPEN || line.poll().state() == PollState.LOCKED;
    }
}
