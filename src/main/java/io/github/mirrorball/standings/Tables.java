package io.github.mirrorball.standings;

import static java.util.Objects.requireNonNull;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every table of a season on its way from picks to ranks: first the polls that are resolved with their picks, then, once, the tables. For
 * one season and one thread.
 */
public final class Tables {

    private final OptionalInt best;
    private final Map<Long, Integer> jokers;
    private final Set<Integer> episodes = new TreeSet<>();
    private final Map<Long, Tally> fans = new HashMap<>();
    private final Tally crowd = new Tally();
    private final List<Counted> newest = new ArrayList<>();
    private int polls;

    /**
     * @param best how many of a fan's episodes count, where not all do
     * @param jokers the episode that each fan doubles, by fan
     */
    public Tables(OptionalInt best, Map<Long, Integer> jokers) {
        this.best = best;
        this.jokers = Map.copyOf(jokers);
    }

    /** One fan's, in the order of the names, so that they need not be put in order for each table. */
    private record Sums(Fan fan, Tally tally) {}

    /** Picks of one outcome. */
    private record Counted(OptionalInt episode, Verdict verdict, List<Long> fans) {}

    /**
     * Adds a poll that is resolved and picks in it; those that do not count change nothing.
     *
     * @param isNew whether the newest episode resolved it, so that it had no part in the ranks before
     * @param picked the fans who stand on each outcome
     */
    public void add(Poll poll, boolean isNew, Map<String, Verdict> verdicts, Map<String, List<Long>> picked) {
        polls++;
        poll.episode().ifPresent(episodes::add);
        Crowd.of(verdicts).ifPresent(verdict -> crowd.add(poll.episode(), verdict));
        picked.forEach((outcome, standing) -> {
            Verdict verdict = verdicts.getOrDefault(outcome, Verdict.VOID);
            if (verdict.counted()) {
                standing.forEach(fan -> fans.computeIfAbsent(fan, known -> new Tally()));
                add(isNew, new Counted(poll.episode(), verdict, standing));
            }
        });
    }

    private void add(boolean isNew, Counted picks) {
        if (isNew) {
            newest.add(picks);
        } else {
            addUp(picks);
        }
    }

    private void addUp(Counted picks) {
        Totals once = Totals.of(picks.verdict);
        Totals doubled = Totals.of(picks.verdict.doubled());
        int episode = picks.episode.orElse(0);
        for (long fan : picks.fans) {
            boolean isDoubled = episode > 0 && jokers.getOrDefault(fan, 0) == episode;
            requireNonNull(fans.get(fan)).add(picks.episode, isDoubled ? doubled : once);
        }
    }

    /** The fans with a counted pick. */
    public Set<Long> fans() {
        return fans.keySet();
    }

    /**
     * The tables.
     *
     * @param everyone these fans, with their names
     */
    public List<Table> tables(Collection<Fan> everyone) {
        List<Sums> known = everyone.stream()
                .sorted(Ranking.BY_NAME)
                .map(fan -> new Sums(fan, requireNonNull(fans.get(fan.id()))))
                .toList();
        Map<Long, Integer> before = new HashMap<>();
        Ranking.of(earned(known, tally -> tally.total(best)), Map.of())
                .forEach(standing -> before.put(standing.fan(), standing.rank()));
        newest.forEach(this::addUp);
        List<Ranking.Earned> all = earned(known, tally -> tally.total(OptionalInt.empty()));
        List<Ranking.Earned> counting = best.isEmpty() ? all : earned(known, tally -> tally.total(best));
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(Scope.SEASON, Ranking.of(counting, before), crowd.total(best)));
        tables.add(new Table(
                Scope.ACCURACY, Ranking.byAccuracy(all, Accuracy.least(polls)), crowd.total(OptionalInt.empty())));
        for (int episode : episodes) {
            tables.add(new Table(
                    Scope.episode(episode),
                    Ranking.of(earned(known, tally -> tally.episode(episode)), Map.of()),
                    crowd.episode(episode)));
        }
        return tables;
    }

    private static List<Ranking.Earned> earned(List<Sums> known, Function<Tally, Totals> sum) {
        List<Ranking.Earned> earned = new ArrayList<>(known.size());
        known.forEach(each -> earned.add(new Ranking.Earned(each.fan, sum.apply(each.tally))));
        return earned;
    }
}
