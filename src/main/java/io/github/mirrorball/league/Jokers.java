package io.github.mirrorball.league;

import java.util.Map;
import java.util.OptionalInt;

/** Port: the one episode of a season whose points a fan doubles. Thread-safe; every method joins the caller's transaction. */
public interface Jokers {

    /** The number of the episode that a fan doubles. */
    OptionalInt of(long season, long fan);

    /** The numbers of the episodes that fans double, by fan. */
    Map<Long, Integer> ofSeason(long season);

    /** Makes this the episode that the fan doubles, in place of an earlier one. The caller holds the season. */
    void put(long season, long fan, int episode);
}
