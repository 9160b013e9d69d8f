package io.github.mirrorball.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.mirrorball.standings.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The first three ranks of a season; fewer where they are shared, or where fewer fans play.
 *
 * @param places from first to third
 */
public record Podium(List<Place> places) {

    static final int MOST = 3;

    public Podium {
        places = List.copyOf(places);
    }

    /**
     * Those who share one rank.
     *
     * @param names of some of them at least, in the order of the standings
     * @param sharing how many they are; empty where more than were counted
     */
    public record Place(int rank, BigDecimal points, List<String> names, OptionalInt sharing) {

        public Place {
            names = List.copyOf(names);
        }
    }

    /**
     * The podium of a season.
     *
     * @param rows the first rows of the season's board, at least a few dozen if there are so many
     * @param fans how many rows that board has in all
     */
    public static Podium of(List<Standing> rows, int fans) {
        int last = rows.isEmpty() || rows.size() >= fans
                ? 0
                : rows.get(rows.size() - 1).rank();
        return new Podium(rows.stream()
                .filter(row -> row.rank() <= MOST)
                .collect(groupingBy(Standing::rank, TreeMap::new, toList()))
                .values()
                .stream()
                .map(shared -> place(shared, shared.get(0).rank() == last))
                .toList());
    }

    private static Place place(List<Standing> shared, boolean goesOn) {
        Standing first = shared.get(0);
        return new Place(
                first.rank(),
                first.points(),
                shared.stream().map(Standing::name).toList(),
                goesOn ? OptionalInt.empty() : OptionalInt.of(shared.size()));
    }
}
