package io.github.mirrorball.standings;

import io.github.mirrorball.poll.Fan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Ranks fans; equal ones share a rank, and the name only orders them within it. */
public final class Ranking {

    /** How fans of one rank are put in order. */
    static final Comparator<Fan> BY_NAME = Comparator.comparing(Fan::name).thenComparing(Fan::id);

    private static final Comparator<Totals> BY_POINTS =
            Comparator.comparing(Totals::points).thenComparing(Totals::correct).reversed();
    private static final Comparator<Totals> BY_ACCURACY = ((Comparator<Totals>) Ranking::compareShares)
            .thenComparing(Totals::correct)
            .reversed();

    private static final Comparator<Standing> BY_RANK =
            Comparator.comparing(Standing::rank).thenComparing(Standing::name).thenComparing(Standing::fan);

    private Ranking() {}

    /** What one fan's picks come to. */
    record Earned(Fan fan, Totals totals) {}

    /** The standings of these fans by points, then by correct picks. Whoever has no counted pick does not appear. */
    public static List<Standing> of(Map<Fan, Totals> fans) {
        return of(
                fans.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(BY_NAME))
                        .map(each -> new Earned(each.getKey(), each.getValue()))
                        .toList(),
                Map.of());
    }

    /**
     * The same of fans who are in the order of their names.
     *
     * @param before the ranks that they had, by fan
     */
    static List<Standing> of(List<Earned> fans, Map<Long, Integer> before) {
        return ranked(fans, 1, BY_POINTS, before);
    }

    /** The standings by the share of correct picks, then by how many those are; of fans with at least so many counted picks. */
    static List<Standing> byAccuracy(List<Earned> fans, int least) {
        return ranked(fans, Math.max(1, least), BY_ACCURACY, Map.of());
    }

    /** Some of a table's standings ranked among themselves. The ranks before were among all, so there are none. */
    public static List<Standing> among(Collection<Standing> some) {
        List<Standing> sorted = some.stream().sorted(BY_RANK).toList();
        List<Standing> among = new ArrayList<>(some.size());
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            Standing row = sorted.get(i);
            rank = i > 0 && sorted.get(i - 1).rank() != row.rank() ? i + 1 : rank;
            among.add(new Standing(rank, row.fan(), row.name(), row.points(), row.correct(), row.picked()));
        }
        return among;
    }

    private static int compareShares(Totals one, Totals other) {
        return Long.compare((long) one.correct() * other.picked(), (long) other.correct() * one.picked());
    }

    /** Puts equal ones together instead of all in order: there are many fans, and few sums that differ. */
    private static List<Standing> ranked(
            List<Earned> fans, int least, Comparator<Totals> better, Map<Long, Integer> before) {
        Map<Totals, List<Earned>> equal = new TreeMap<>(better);
        for (Earned each : fans) {
            if (each.totals.picked() >= least) {
                equal.computeIfAbsent(each.totals, first -> new ArrayList<>()).add(each);
            }
        }
        List<Standing> standings = new ArrayList<>(fans.size());
        for (List<Earned> shared : equal.values()) {
            int rank = standings.size() + 1;
            shared.forEach(each -> standings.add(standing(rank, each, before)));
        }
        return standings;
    }

    private static Standing standing(int rank, Earned earned, Map<Long, Integer> before) {
        Fan fan = earned.fan;
        Totals totals = earned.totals;
        Integer earlier = before.get(fan.id());
        return new Standing(
                rank,
                fan.id(),
                fan.name(),
                totals.points(),
                totals.correct(),
                totals.picked(),
                earlier == null ? OptionalInt.empty() : OptionalInt.of(earlier));
    }
}
