package io.github.mirrorball.faults;

import java.util.OptionalInt;

/**
 * What a poll asks.
 *
 * @param episode empty for a season-long poll
 * @param asks the ask's key, such as {@code elimination} or {@code score:anna}
 */
record Question(OptionalInt episode, String asks) {

    boolean isGuess() {
        return asks.startsWith("score");
    }

    @Override
    public String toString() {
        return (episode.isPresent() ? episode.getAsInt() + " " : "") + asks;
    }
}
