package io.github.mirrorball.standings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One fan's counted picks on their way into the standings, episode by episode, so that a season can let only the best episodes count.
 * Not thread-safe.
 */
public final class Tally {

    private static final Comparator<Totals> BEST_FIRST = Comparator.comparing(Totals::points)
            .thenComparing(Totals::correct)
            .thenComparing(Comparator.comparing(Totals::picked).reversed())
            .reversed();

    private final Map<Integer, Totals> episodes = new HashMap<>();
    private Totals seasonLong = Totals.NONE;

    /** Adds the verdict on one pick; void ones change nothing. */
    public void add(OptionalInt episode, Verdict verdict) {
        if (!verdict.counted()) {
            return;
        }
        if (episode.isPresent()) {
            episodes.merge(episode.getAsInt(), Totals.NONE.plus(verdict), Totals::plus);
        } else {
            seasonLong = seasonLong.plus(verdict);
        }
    }

    /** The sum, of all episodes or of the best ones; season-long polls stay outside that limit. */
    public Totals total(OptionalInt best) {
        List<Totals> counted = new ArrayList<>(episodes.values());
        counted.sort(BEST_FIRST);
        return counted.stream().limit(best.orElse(counted.size())).reduce(seasonLong, Totals::plus);
    }
}
