package io.github.mirrorball.rehearsal.play;

import java.util.OptionalInt;

/**
 * What a poll asks, as picks files and reports name it.
 *
 * @param episode empty for a season-long poll
 * @param asks the ask's key, such as {@code elimination}
 */
public record PollQuestion(OptionalInt episode, String asks) {}
