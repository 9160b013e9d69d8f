package io.github.mirrorball.show;

import java.time.Instant;

/**
 * One version of an episode's result; the newest is what holds, and a correction is a new one.
 *
 * @param version 1 for the first
 * @param at when it was entered, by the show clock
 * @param by the user who entered it
 */
public record ResultVersion(int version, Result result, Instant at, long by) {}
