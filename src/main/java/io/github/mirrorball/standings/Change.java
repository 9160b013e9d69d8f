package io.github.mirrorball.standings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a correction did to one fan's points of the season.
 *
 * @param name the fan's last seen name
 */
public record Change(long fan, String name, BigDecimal before, BigDecimal after) {

    private static final Comparator<Change> LARGEST_FIRST = Comparator.comparing(
                    (Change change) -> change.after.subtract(change.before).abs())
            .reversed()
            .thenComparing(Change::name)
            .thenComparing(Change::fan);

    /** The fans whose points differ between two standings, the largest difference first. Who is in neither has none. */
    public static List<Change> between(List<Standing> before, List<Standing> after) {
        Map<Long, Standing> old = new HashMap<>();
        before.forEach(standing -> old.put(standing.fan(), standing));
        List<Change> changes = new ArrayList<>();
        for (Standing standing : after) {
            Standing earlier = old.remove(standing.fan());
            BigDecimal points = earlier == null ? Scoring.NOTHING : earlier.points();
            changes.add(new Change(standing.fan(), standing.name(), points, standing.points()));
        }
        old.values().forEach(gone -> changes.add(new Change(gone.fan(), gone.name(), gone.points(), Scoring.NOTHING)));
        return changes.stream()
                .filter(change -> change.before.compareTo(change.after) != 0)
                .sorted(LARGEST_FIRST)
                .toList();
    }
}
