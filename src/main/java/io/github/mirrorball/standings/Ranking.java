package io.github.mirrorball.standings;

import static java.util.stream.Collectors.toMap;

import io.github.mirrorball.poll.Fan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Ranks fans; equal ones share a rank, and the name only orders them within it. */
public final class Ranking {

    /** How fans of one rank are put in order. */
    static final Comparator<Fan> BY_NAME = Comparator.comparing(Fan::name).thenComparing(Fan::id);

    private static final Comparator<Totals> BY_POINTS =
            Comparator.comparing(Totals::points).thenComparing(Totals::correct).reversed();
    private static final Comparator<Totals> BY_ACCURACY = ((Comparator<Totals>) Ranking::compareShares)
            .thenComparing(Totals::correct)
            .reversed();

    private Ranking() {}

    /** The standings of these fans by points, then by correct picks. Whoever has no counted pick does not appear. */
    public static List<Standing> of(Map<Fan, Totals> fans) {
        return ranked(fans, 1, BY_POINTS);
    }

    /** The same, each with the rank they had by what they had before. */
    public static List<Standing> of(Map<Fan, Totals> fans, Map<Fan, Totals> before) {
        Map<Long, Integer> earlier = of(before).stream().collect(toMap(Standing::fan, Standing::rank));
        return of(fans).stream()
                .map(standing -> standing.after(
                        earlier.containsKey(standing.fan())
                                ? OptionalInt.of(earlier.get(standing.fan()))
                                : OptionalInt.empty()))
                .toList();
    }

    /** The standings by the share of correct picks, then by how many those are; of fans with at least so many counted picks. */
    public static List<Standing> byAccuracy(Map<Fan, Totals> fans, int least) {
        return ranked(fans, Math.max(1, least), BY_ACCURACY);
    }

    /** Some of a table's standings, in its order, ranked among themselves. The ranks before were among all, so there are none. */
    public static List<Standing> among(List<Standing> some) {
        List<Standing> among = new ArrayList<>(some.size());
        int rank = 1;
        for (int i = 0; i < some.size(); i++) {
            Standing row = some.get(i);
            rank = i > 0 && some.get(i - 1).rank() != row.rank() ? i + 1 : rank;
            among.add(new Standing(rank, row.fan(), row.name(), row.points(), row.correct(), row.picked()));
        }
        return among;
    }

    private static int compareShares(Totals one, Totals other) {
        return Long.compare((long) one.correct() * other.picked(), (long) other.correct() * one.picked());
    }

    private static List<Standing> ranked(Map<Fan, Totals> fans, int least, Comparator<Totals> better) {
        List<Map.Entry<Fan, Totals>> sorted = fans.entrySet().stream()
                .filter(each -> each.getValue().picked() >= least)
                .sorted(Map.Entry.comparingByKey(BY_NAME))
                .sorted(Map.Entry.comparingByValue(better))
                .toList();
        List<Standing> standings = new ArrayList<>(sorted.size());
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            Totals totals = sorted.get(i).getValue();
            if (i > 0 && better.compare(sorted.get(i - 1).getValue(), totals) != 0) {
                rank = i + 1;
            }
            Fan fan = sorted.get(i).getKey();
            standings.add(new Standing(rank, fan.id(), fan.name(), totals.points(), totals.correct(), totals.picked()));
        }
        return standings;
    }
}
