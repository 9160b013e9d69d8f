package io.github.mirrorball.poll;

import java.time.Instant;

/**
 * A fan's current choice in a poll.
 *
 * @param at when it was committed, by the show clock
 * @param byReaction whether taking back the reaction takes back the pick
 */
public record Pick(long poll, long fan, String outcome, Instant at, boolean byReaction) {}
