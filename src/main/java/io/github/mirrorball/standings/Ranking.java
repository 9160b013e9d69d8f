package io.github.mirrorball.standings;

import io.github.mirrorball.poll.Fan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks fans by points, then by correct picks; equal ones share a rank, and the name only orders them within it. */
public final class Ranking {

    private static final Comparator<Map.Entry<Fan, Totals>> BETTER = Comparator.comparing(
                    (Map.Entry<Fan, Totals> each) -> each.getValue().points())
            .thenComparing(each -> each.getValue().correct())
            .reversed();
    private static final Comparator<Map.Entry<Fan, Totals>> ORDER = BETTER.thenComparing(
                    each -> each.getKey().name())
            .thenComparing(each -> each.getKey().id());

    private Ranking() {}

    /** The standings of these fans, best first. Whoever has no counted pick does not appear. */
    public static List<Standing> of(Map<Fan, Totals> fans) {
        List<Map.Entry<Fan, Totals>> sorted = fans.entrySet().stream()
                .filter(each -> each.getValue().picked() > 0)
                .sorted(ORDER)
                .toList();
        List<Standing> standings = new ArrayList<>(sorted.size());
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0 && BETTER.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
                rank = i + 1;
            }
            Totals totals = sorted.get(i).getValue();
            Fan fan = sorted.get(i).getKey();
            standings.add(new Standing(rank, fan.id(), fan.name(), totals.points(), totals.correct(), totals.picked()));
        }
        return standings;
    }
}
