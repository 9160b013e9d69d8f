package io.github.mirrorball.chart;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the crowd said in one poll.
 *
 * @param question as people read it, without markup
 * @param where its episode, as people read it
 * @param bars from the most picks to the fewest
 * @param others picks on outcomes for which there was no room
 */
public record OutcomeBars(String question, String where, List<Bar> bars, int others) {

    /** As many as a menu has entries. */
    static final int MOST = 25;

    public OutcomeBars {
        bars = List.copyOf(bars);
    }

    /** One outcome, its picks, and what became of them. */
    public record Bar(String label, int picks, Fate fate) {}

    /** What became of the picks on an outcome. */
    public enum Fate {
        RIGHT,
        PLAIN,
        VOID
    }

    /** The bars of a poll. Whether its figures may be shown yet is the caller's to know. */
    public static OutcomeBars of(
            Messages words, String question, String where, Poll poll, Map<String, Integer> tally, Ruling ruling) {
        Set<String> ids = new HashSet<>(tally.keySet());
        poll.outcomes().forEach(outcome -> ids.remove(outcome.id()));
        List<Bar> bars = new ArrayList<>(Stream.concat(
                        poll.outcomes().stream().map(outcome -> bar(words, outcome, tally, ruling)),
                        ids.stream()
                                .sorted()
                                .map(id -> new Bar(guess(words, id), tally.getOrDefault(id, 0), fate(id, ruling))))
                .sorted(Comparator.comparingInt(Bar::picks).reversed())
                .toList());
        List<Bar> shown = bars.size() <= MOST ? bars : fitting(bars);
        int others = bars.stream().mapToInt(Bar::picks).sum()
                - shown.stream().mapToInt(Bar::picks).sum();
        return new OutcomeBars(question, where, shown, others);
    }

    /** Those that were right, and the most picked of the rest. */
    private static List<Bar> fitting(List<Bar> bars) {
        return bars.stream()
                .sorted(Comparator.comparing((Bar bar) -> bar.fate != Fate.RIGHT))
                .limit(MOST - 1)
                .sorted(Comparator.comparingInt(Bar::picks).reversed())
                .toList();
    }

    private static Bar bar(Messages words, Outcome outcome, Map<String, Integer> tally, Ruling ruling) {
        String label = outcome.id().equals(Contestant.NO_ONE) ? words.text("outcome.none") : outcome.label();
        Fate fate = outcome.struck() ? Fate.VOID : fate(outcome.id(), ruling);
        return new Bar(label, tally.getOrDefault(outcome.id(), 0), fate);
    }

    private static Fate fate(String outcome, Ruling ruling) {
        boolean canceled = ruling.verdict() == Ruling.Verdict.CANCELED;
        if (canceled || ruling.voided().contains(outcome)) {
            return Fate.VOID;
        }
        return ruling.right().contains(outcome) ? Fate.RIGHT : Fate.PLAIN;
    }

    private static String guess(Messages words, String id) {
        try {
            return words.text("chart.number", new BigDecimal(id));
        } catch (NumberFormatException e) {
            return id;
        }
    }

    /** The picks that counted, of which the shares are. */
    int counted() {
        return others
                + bars.stream()
                        .filter(bar -> bar.fate != Fate.VOID)
                        .mapToInt(Bar::picks)
                        .sum();
    }

    int voided() {
        return bars.stream()
                .filter(bar -> bar.fate == Fate.VOID)
                .mapToInt(Bar::picks)
                .sum();
    }
}
