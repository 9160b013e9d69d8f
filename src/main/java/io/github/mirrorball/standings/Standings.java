package io.github.mirrorball.standings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the points that {@link Scoring} gave and the standings that came of them, kept as rows so that reading them is an index range.
 * Both are replaced whole and never added to. Thread-safe; every method joins the caller's transaction.
 */
public interface Standings {

    /** Replaces the verdicts on the outcomes of every poll of a season, by poll and outcome. */
    void replaceVerdicts(long season, Map<Long, Map<String, Verdict>> verdicts);

    /** The verdicts on the outcomes of a season's polls, as last ruled. */
    Map<Long, Map<String, Verdict>> verdicts(long season);

    /** Replaces all tables of a season; a scope that is not among them is empty afterwards. */
    void replace(long season, List<Table> tables);

    /** A page of a board, best first; {@code from} counts from 0. */
    List<Standing> page(StandingsQuery board, int from, int size);

    /** One fan's standing on a board. */
    Optional<Standing> of(StandingsQuery board, long fan);

    /** How many fans stand on a board. */
    int size(StandingsQuery board);

    /** What these fans, a few, had from each episode alone, by fan and episode; no entry where none of their picks counted. */
    Map<Long, Map<Integer, Totals>> byEpisode(long season, Collection<Long> fans);

    /** What The Crowd would have in this scope; empty while it has no counted pick. */
    Optional<Totals> crowd(long season, Scope scope);
}
