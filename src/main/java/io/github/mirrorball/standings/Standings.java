package io.github.mirrorball.standings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the points that {@link Scoring} gave and the standings that came of them, kept as rows so that reading them is an index range.
 * Both are replaced whole and never added to. Thread-safe; every method joins the caller's transaction.
 */
public interface Standings {

    /** Replaces the verdicts on the outcomes of every poll of a season, by poll and outcome. */
    void rule(long season, Map<Long, Map<String, Verdict>> verdicts);

    /** The verdicts on the outcomes of a season's polls, as last ruled. */
    Map<Long, Map<String, Verdict>> verdicts(long season);

    /** Replaces the standings of a season. */
    void replace(long season, List<Standing> standings);

    /** A page of the standings, best first; {@code from} counts from 0. */
    List<Standing> page(long season, int from, int size);

    /** One fan's standing. */
    Optional<Standing> of(long season, long fan);

    /** How many fans have a standing. */
    int size(long season);
}
