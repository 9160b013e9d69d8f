package io.github.mirrorball.poll;

/**
 * One thing that can be picked in a poll.
 *
 * @param id a contestant's id, or {@link io.github.mirrorball.show.Contestant#NO_ONE}, or a custom answer as it is worded
 * @param label what people read
 * @param emoji the reaction that picks it
 * @param struck whether the cast has left it behind, so that it cannot be picked any more
 */
public record Outcome(String id, String label, String emoji, boolean struck) {

    Outcome labelled(String now) {
        return new Outcome(id, now, emoji, false);
    }

    Outcome withEmoji(String now) {
        return new Outcome(id, label, now, struck);
    }

    Outcome withStruck(boolean now) {
        return new Outcome(id, label, emoji, now);
    }
}
