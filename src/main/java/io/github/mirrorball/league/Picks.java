package io.github.mirrorball.league;

import io.github.mirrorball.poll.Pick;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port: picks, one a fan and poll. Thread-safe; every method joins the caller's transaction. */
public interface Picks {

    /** Makes this the fan's pick, in place of an earlier one. The caller holds the poll by {@link Polls#gate}. */
    void put(Pick pick);

    /** Takes the fan's pick back. True if there was one. */
    boolean remove(long poll, long fan);

    /** The fan's pick in a poll. */
    Optional<Pick> of(long poll, long fan);

    /** All of a fan's picks in one season, in the order in which their polls lock. */
    List<Pick> ofFan(long season, long fan);

    /** How many fans stand on each outcome of a poll. */
    Map<String, Integer> tally(long poll);

    /** Names of up to so many fans who stand on one of these outcomes of a poll, whoever was there first. */
    List<String> fansOn(long poll, Set<String> outcomes, int most);

    /** Which fans stand on each outcome of a poll; no entry for an outcome that nobody picked. */
    Map<String, List<Long>> fans(long poll);
}
