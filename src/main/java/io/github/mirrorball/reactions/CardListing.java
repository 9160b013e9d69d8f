package io.github.mirrorball.reactions;

import java.util.Map;
import java.util.Set;

/**
 * What was found standing on a poll's card.
 *
 * @param gap the gap that the listing makes up for, as it was when the listing began
 * @param server the poll's server
 * @param fans by user; bots are not among them
 * @param intact the outcomes on which the bot's own reaction stands still, so that nobody cleared them
 * @param touched what was seen to change while the listing was made, and so is known better than by it
 * @param sweep whether the bot may take reactions away from the card
 */
public record CardListing(
        Gap gap, long server, Map<Long, Found> fans, Set<String> intact, Set<Touch> touched, boolean sweep) {

    /**
     * What was found of one user.
     *
     * @param name their name, though not the one that the server knows them by
     */
    public record Found(String name, Set<String> outcomes) {}

    /** A reaction that was seen to appear or vanish. */
    public record Touch(long user, String outcome) {}
}
