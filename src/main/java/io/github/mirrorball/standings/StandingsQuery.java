package io.github.mirrorball.standings;

import java.util.OptionalLong;

/**
 * Which standings someone looks at.
 *
 * @param club shows its members only, ranked among themselves; empty for everyone
 */
public record StandingsQuery(long season, Scope scope, OptionalLong club) {

    /** The standings of a whole season. */
    public static StandingsQuery of(long season) {
        return new StandingsQuery(season, Scope.SEASON, OptionalLong.empty());
    }
}
