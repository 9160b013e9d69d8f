package io.github.mirrorball.standings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One fan's counted picks on their way into the standings, episode by episode, so that a season can let only the best episodes count.
 * Not thread-safe.
 */
public final class Tally {

    private static final Comparator<Map.Entry<Integer, Totals>> BEST_FIRST = Comparator.comparing(
                    (Map.Entry<Integer, Totals> each) -> each.getValue().points())
            .thenComparing(each -> each.getValue().correct())
            .reversed()
            .thenComparing(Map.Entry::getKey);

    private final Map<Integer, Totals> episodes = new HashMap<>();
    private Totals seasonLong = Totals.NONE;

    /** Adds the verdict on one pick; void ones change nothing. */
    public void add(OptionalInt episode, Verdict verdict) {
        if (verdict.counted()) {
            add(episode, Totals.of(verdict));
        }
    }

    /** Adds what some polls of one episode, or some season-long ones, came to. */
    void add(OptionalInt episode, Totals totals) {
        if (episode.isPresent()) {
            add(episode.getAsInt(), totals);
        } else {
            seasonLong = seasonLong.plus(totals);
        }
    }

    /** Adds what one episode's polls came to. */
    public void add(int episode, Totals totals) {
        episodes.merge(episode, totals, Totals::plus);
    }

    /** The episodes with a counted pick. */
    public Set<Integer> episodes() {
        return episodes.keySet();
    }

    /** What one episode's polls come to. */
    public Totals episode(int number) {
        return episodes.getOrDefault(number, Totals.NONE);
    }

    /**
     * The sum, of all episodes or of the best ones by points, then by correct picks, then the earlier; season-long polls stay outside
     * that limit.
     */
    public Totals total(OptionalInt best) {
        if (best.orElse(Integer.MAX_VALUE) >= episodes.size()) {
            Totals total = seasonLong;
            for (Totals each : episodes.values()) {
                total = total.plus(each);
            }
            return total;
        }
        return episodes.entrySet().stream()
                .sorted(BEST_FIRST)
                .limit(best.getAsInt())
                .map(Map.Entry::getValue)
                .reduce(seasonLong, Totals::plus);
    }
}
