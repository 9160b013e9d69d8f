package io.github.mirrorball.reference;

import io.github.mirrorball.reference.Outcome.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The standings: what each fan's counted picks add up to, and where that puts them. */
final class Table {

    private final SeasonFacts facts;
    private final PicksRead picks;

    Table(SeasonFacts facts, PicksRead picks) {
        this.facts = facts;
        this.picks = picks;
    }

    /** The rows of everyone with a counted pick: by points, then by correct picks, then they share the rank. */
    List<Standing> rank(List<Scored> all) {
        List<Standing> unranked = new ArrayList<>();
        for (String fan : picks.fans()) {
            List<Scored> own = all.stream().filter(one -> one.fan().equals(fan)).toList();
            if (!own.isEmpty()) {
                unranked.add(row(fan, own));
            }
        }
        List<Standing> ranked = new ArrayList<>();
        for (Standing row : unranked) {
            int ahead =
                    (int) unranked.stream().filter(other -> isAhead(other, row)).count();
            ranked.add(new Standing(ahead + 1, row.fan(), row.points(), row.correct(), row.picked()));
        }
        ranked.sort(Comparator.comparing(Standing::rank).thenComparing(Standing::fan));
        return ranked;
    }

    private static boolean isAhead(Standing one, Standing other) {
        int byPoints = one.points().compareTo(other.points());
        return byPoints > 0 || (byPoints == 0 && one.correct() > other.correct());
    }

    private Standing row(String fan, List<Scored> own) {
        BigDecimal points = BigDecimal.ZERO;
        int correct = 0;
        int picked = 0;
        for (Tally tally : kept(tallies(fan, own))) {
            points = points.add(tally.points());
            correct += tally.correct();
            picked += tally.picked();
        }
        return new Standing(0, fan, Numbers.plain(points), correct, picked);
    }

    /** One fan's picks added up episode by episode, as aired, the season-long ones first; the joker applied. */
    private List<Tally> tallies(String fan, List<Scored> own) {
        Map<OptionalInt, Tally> tallies = new LinkedHashMap<>();
        for (Scored one : own) {
            Tally before = tallies.getOrDefault(one.episode(), new Tally(one.episode(), BigDecimal.ZERO, 0, 0));
            BigDecimal points = before.points().add(one.points().multiply(factor(fan, one.episode())));
            int correct = before.correct() + (one.correct() ? 1 : 0);
            tallies.put(one.episode(), new Tally(one.episode(), points, correct, before.picked() + 1));
        }
        return new ArrayList<>(tallies.values());
    }

    private BigDecimal factor(String fan, OptionalInt episode) {
        boolean doubles = facts.setting("joker").asBoolean()
                && episode.isPresent()
                && picks.jokerOf(fan).equals(episode);
        return BigDecimal.valueOf(doubles ? 2 : 1);
    }

    /**
     * The season-long tally, and the best N episodes: by points, then by correct, then the one that aired first. An
     * episode without a counted pick is none of them.
     */
    private List<Tally> kept(List<Tally> tallies) {
        int best = facts.setting("bestEpisodes").asInt();
        if (best == 0) {
            return tallies;
        }
        List<Tally> kept = new ArrayList<>(
                tallies.stream().filter(tally -> tally.episode().isEmpty()).toList());
        tallies.stream()
                .filter(tally -> tally.episode().isPresent())
                .sorted(Comparator.comparing(Tally::points)
                        .thenComparing(Tally::correct)
                        .reversed())
                .limit(best)
                .forEach(kept::add);
        return kept;
    }

    private record Tally(OptionalInt episode, BigDecimal points, int correct, int picked) {}
}
