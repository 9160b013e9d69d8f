package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many picks stand on each outcome of a poll, a line each, with bars. */
final class Tallies {

    private static final int MOST_GUESSES = 10;

    private final Messages words;
    private final Season season;
    private final Poll poll;
    private final Ruling ruling;
    private final Map<String, Integer> tally;
    private final int total;

    private Tallies(Messages words, Season season, Poll poll, Ruling ruling, Map<String, Integer> tally) {
        this.words = words;
        this.season = season;
        this.poll = poll;
        this.ruling = ruling;
        this.tally = tally;
        this.total = total(tally);
    }

    /** The tally of a poll, which shows what was right only once the poll is resolved. */
    static Tallies of(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        Ruling ruling = Ruling.of(season, poll);
        return new Tallies(
                words,
                season,
                poll,
                poll.state() == PollState.RESOLVED ? ruling : new Ruling(ruling.verdict(), Set.of(), ruling.voided()),
                tally);
    }

    static int total(Map<String, Integer> tally) {
        return tally.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What can be picked, in ballot order; with bars where counts are shown. */
    String ballot(boolean counts, Space space) {
        List<Outcome> standing =
                poll.outcomes().stream().filter(outcome -> !isOut(outcome)).toList();
        return standing.stream()
                .map(outcome -> counts && total > 0
                        ? bar(outcome, standing.size(), space.each(standing.size()))
                        : plain(outcome, space.each(standing.size())))
                .collect(Collectors.joining("\n"));
    }

    /** Who was struck from the ballot, in one sentence; blank while nobody was. */
    String out(Space space) {
        List<Outcome> out = poll.outcomes().stream().filter(this::isOut).toList();
        return out.isEmpty() ? "" : words.text("card.out", names(out, space));
    }

    /** What was picked, the most often picked first, and in one more sentence what nobody picked. */
    String picked(Space space) {
        List<Outcome> shown = byPicks()
                .filter(outcome -> fans(outcome) > 0 || isRight(outcome))
                .toList();
        List<Outcome> never = poll.outcomes().stream()
                .filter(outcome -> fans(outcome) == 0 && !isRight(outcome) && !isOut(outcome))
                .toList();
        Space share = space.each(shown.size() + never.size());
        String lines =
                shown.stream().map(outcome -> bar(outcome, shown.size(), share)).collect(Collectors.joining("\n"));
        Space rest = new Space(share.characters() * never.size(), share.bytes() * never.size());
        String nobody = never.isEmpty() || total == 0 ? "" : "-# " + words.text("card.unpicked", names(never, rest));
        return join(lines, nobody);
    }

    /** The few that were picked most often, and in one more sentence how many picks the others have. */
    String top(int most, Space space) {
        List<Outcome> picked = byPicks().filter(outcome -> fans(outcome) > 0).toList();
        List<Outcome> shown = picked.stream().limit(most).toList();
        int others = picked.size() - shown.size();
        int rest = total - shown.stream().mapToInt(this::fans).sum();
        Space share = space.each(most + 1);
        String lines =
                shown.stream().map(outcome -> bar(outcome, shown.size(), share)).collect(Collectors.joining("\n"));
        return join(lines, others > 0 ? "-# " + words.text("card.others", others, rest) : "");
    }

    /** The guesses that most fans made, from the lowest. */
    String guesses(int most) {
        List<Map.Entry<BigDecimal, Integer>> shown = tally.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(Math.min(most, MOST_GUESSES))
                .map(each -> Map.entry(new BigDecimal(each.getKey()), each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return shown.stream()
                .map(each -> Bars.of(words, each.getValue(), total, shown.size()) + " **" + words.number(each.getKey())
                        + "** · " + words.number(each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private Stream<Outcome> byPicks() {
        return poll.outcomes().stream()
                .sorted(Comparator.comparing((Outcome outcome) -> isRight(outcome))
                        .thenComparing(this::fans)
                        .reversed());
    }

    private String bar(Outcome outcome, int lines, Space space) {
        String before = Bars.of(words, fans(outcome), total, lines) + " " + sign(outcome);
        String after = (isRight(outcome) ? " ✓" : "") + " · " + words.number(fans(outcome));
        String name = brief(outcome, space.without(before + after + "****"));
        return before + (isRight(outcome) ? "**" + name + "**" : struckName(outcome, name)) + after;
    }

    private String struckName(Outcome outcome, String name) {
        return isOut(outcome) ? "~~" + name + "~~" : name;
    }

    private String plain(Outcome outcome, Space space) {
        String sign = sign(outcome);
        return sign + Wording.outcome(words, outcome, space.without(sign));
    }

    private String names(List<Outcome> outcomes, Space space) {
        return Names.of(words, outcomes, space, this::brief);
    }

    private String brief(Outcome outcome, Space space) {
        return Wording.brief(words, season, outcome, space);
    }

    private static String sign(Outcome outcome) {
        return outcome.emoji().isEmpty() ? "" : outcome.emoji() + " ";
    }

    private int fans(Outcome outcome) {
        return tally.getOrDefault(outcome.id(), 0);
    }

    private boolean isRight(Outcome outcome) {
        return ruling.right().contains(outcome.id());
    }

    private boolean isOut(Outcome outcome) {
        return outcome.struck() || ruling.voided().contains(outcome.id());
    }

    private static String join(String lines, String more) {
        return lines.isEmpty() || more.isEmpty() ? lines + more : lines + "\n" + more;
    }
}
