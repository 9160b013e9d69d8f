package io.github.mirrorball.standings;

import static java.util.Objects.requireNonNull;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every table of a season on its way from picks to ranks: first the polls that are resolved with their picks, then the tables. For one
 * season and one thread.
 */
public final class Tables {

    private final OptionalInt best;
    private final Map<Long, Integer> jokers;
    private final List<Resolved> polls = new ArrayList<>();
    private final Map<Long, Sums> fans = new HashMap<>();
    private final Sums crowd = new Sums(new Tally(), new Tally());

    /**
     * @param best how many of a fan's episodes count, where not all do
     * @param jokers the episode that each fan doubles, by fan
     */
    public Tables(OptionalInt best, Map<Long, Integer> jokers) {
        this.best = best;
        this.jokers = Map.copyOf(jokers);
    }

    private record Resolved(OptionalInt episode, boolean isNew) {}

    private record Sums(Tally now, Tally before) {

        void add(Resolved poll, Verdict verdict) {
            now.add(poll.episode, verdict);
            if (!poll.isNew) {
                before.add(poll.episode, verdict);
            }
        }
    }

    /**
     * Adds a poll that is resolved and picks in it; those that do not count change nothing.
     *
     * @param isNew whether the newest episode resolved it, so that it had no part in the ranks before
     * @param picked the fans who stand on each outcome
     */
    public void add(Poll poll, boolean isNew, Map<String, Verdict> verdicts, Map<String, List<Long>> picked) {
        Resolved resolved = new Resolved(poll.episode(), isNew);
        polls.add(resolved);
        Crowd.of(verdicts).ifPresent(verdict -> crowd.add(resolved, verdict));
        picked.forEach((outcome, standing) -> {
            Verdict verdict = verdicts.getOrDefault(outcome, Verdict.VOID);
            if (verdict.counted()) {
                standing.forEach(fan -> add(resolved, fan, verdict));
            }
        });
    }

    private void add(Resolved poll, long fan, Verdict verdict) {
        boolean doubled = poll.episode.isPresent() && jokers.getOrDefault(fan, 0) == poll.episode.getAsInt();
        fans.computeIfAbsent(fan, known -> new Sums(new Tally(), new Tally()))
                .add(poll, doubled ? verdict.doubled() : verdict);
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
        List<Fan> known = everyone.stream().sorted(Ranking.BY_NAME).toList();
        List<Table> tables = new ArrayList<>();
        Map<Fan, Totals> before = totals(known, sums -> sums.before.total(best));
        tables.add(new Table(
                Scope.SEASON, Ranking.of(totals(known, sums -> sums.now.total(best)), before), crowd.now.total(best)));
        tables.add(new Table(
                Scope.ACCURACY,
                Ranking.byAccuracy(
                        totals(known, sums -> sums.now.total(OptionalInt.empty())), Accuracy.least(polls.size())),
                crowd.now.total(OptionalInt.empty())));
        for (int episode : episodes()) {
            tables.add(new Table(
                    Scope.episode(episode),
                    Ranking.of(totals(known, sums -> sums.now.episode(episode))),
                    crowd.now.episode(episode)));
        }
        return tables;
    }

    private Set<Integer> episodes() {
        Set<Integer> episodes = new TreeSet<>();
        polls.forEach(poll -> poll.episode.ifPresent(episodes::add));
        return episodes;
    }

    /** In the order of the names, so that they need not be put in order for each table. */
    private Map<Fan, Totals> totals(List<Fan> known, Function<Sums, Totals> sum) {
        Map<Fan, Totals> totals = new LinkedHashMap<>();
        known.forEach(fan -> totals.put(fan, sum.apply(requireNonNull(fans.get(fan.id())))));
        return totals;
    }
}
