package io.github.mirrorball.league;

import io.github.mirrorball.show.Result;

/**
 * A result that a host has typed and not confirmed yet.
 *
 * @param id given by the store; 0 before that
 * @param base the newest version when the form was opened, 0 for none; a draft commits only onto that
 * @param text the marks and places as typed, so that editing shows the host's own words
 */
public record Draft(long id, long season, int episode, int base, long by, Result result, Typed text) {

    /** What the host typed into the fields that take text. */
    public record Typed(String marks, String placements, String answers) {}
}
