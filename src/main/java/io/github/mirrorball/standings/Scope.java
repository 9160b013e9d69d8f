package io.github.mirrorball.standings;

import java.util.OptionalInt;

/**
 * What a table of the standings is about.
 *
 * @param code 0 for the whole season, -1 for the share of right picks, else the number of one episode
 */
public record Scope(int code) {

    /** Points of the whole season. */
    public static final Scope SEASON = new Scope(0);

    /** Who is right most often, whatever it was worth. */
    public static final Scope ACCURACY = new Scope(-1);

    /** Points of one episode's polls. */
    public static Scope episode(int number) {
        return new Scope(number);
    }

    /** The episode, if it is about one. */
    public OptionalInt episode() {
        return code > 0 ? OptionalInt.of(code) : OptionalInt.empty();
    }
}
