package io.github.mirrorball.standings;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
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
 * Every table of a season on its way from picks to ranks: first the polls that are resolved, then the picks, then the tables. For one
 * season and one thread.
 */
public final class Tables {

    private final OptionalInt best;
    private final Map<Long, Integer> jokers;
    private final Map<Long, Resolved> polls = new HashMap<>();
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

    private record Resolved(OptionalInt episode, boolean isNew, Map<String, Verdict> verdicts) {}

    private record Sums(Tally now, Tally before) {

        void add(Resolved poll, Verdict verdict) {
            now.add(poll.episode, verdict);
            if (!poll.isNew) {
                before.add(poll.episode, verdict);
            }
        }
    }

    /**
     * Adds a poll that is resolved.
     *
     * @param isNew whether the newest episode resolved it, so that it had no part in the ranks before
     */
    public void add(Poll poll, boolean isNew, Map<String, Verdict> verdicts) {
        Resolved resolved = new Resolved(poll.episode(), isNew, verdicts);
        polls.put(poll.id(), resolved);
        Crowd.of(verdicts).ifPresent(verdict -> crowd.add(resolved, verdict));
    }

    /** Adds a pick; those that do not count, and those in polls that are not resolved, change nothing. */
    public void add(Pick pick) {
        Resolved poll = polls.get(pick.poll());
        Verdict verdict = poll == null ? Verdict.VOID : poll.verdicts.getOrDefault(pick.outcome(), Verdict.VOID);
        if (poll == null || !verdict.counted()) {
            return;
        }
        boolean doubled = poll.episode.isPresent() && jokers.getOrDefault(pick.fan(), 0) == poll.episode.getAsInt();
        fans.computeIfAbsent(pick.fan(), fan -> new Sums(new Tally(), new Tally()))
                .add(poll, doubled ? verdict.doubled() : verdict);
    }

    /** The fans with a counted pick. */
    public Set<Long> fans() {
        return fans.keySet();
    }

    /**
     * The tables.
     *
     * @param known these fans, with their names
     */
    public List<Table> tables(Collection<Fan> known) {
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
        polls.values().forEach(poll -> poll.episode.ifPresent(episodes::add));
        return episodes;
    }

    private Map<Fan, Totals> totals(Collection<Fan> known, Function<Sums, Totals> sum) {
        return known.stream().collect(toMap(Function.identity(), fan -> sum.apply(requireNonNull(fans.get(fan.id())))));
    }
}
