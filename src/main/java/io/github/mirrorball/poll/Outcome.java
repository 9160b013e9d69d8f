package io.github.mirrorball.poll;

import io.github.mirrorball.show.EmojiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that can be picked in a poll.
 *
 * @param id a contestant's id, or {@link io.github.mirrorball.show.Contestant#NO_ONE}, or a custom answer as it is worded
 * @param label what people read
 * @param emoji the reaction that picks it
 * @param struck whether the cast has left it behind, so that it cannot be picked any more
 * @param earlier the reactions that picked it before it got this emoji, and still do
 */
public record Outcome(String id, String label, String emoji, boolean struck, List<String> earlier) {

    public Outcome {
        earlier = List.copyOf(earlier);
    }

    /** An outcome that never had another emoji. */
    public Outcome(String id, String label, String emoji, boolean struck) {
        this(id, label, emoji, struck, List.of());
    }

    /** Every reaction that picks it, the one of now first. */
    public Stream<String> reactions() {
        return Stream.concat(Stream.of(emoji), earlier.stream());
    }

    Outcome labelled(String now) {
        return new Outcome(id, now, emoji, false, earlier);
    }

    Outcome withEmoji(String now) {
        return new Outcome(id, label, now, struck, earlier);
    }

    /** With another emoji, while reactions with the one before still pick it. */
    Outcome changedTo(String now) {
        List<String> before = new ArrayList<>(earlier);
        before.add(emoji);
        before.removeIf(each -> each.isEmpty() || EmojiKey.of(each).equals(EmojiKey.of(now)));
        return new Outcome(id, label, now, struck, before);
    }

    Outcome withStruck(boolean now) {
        return new Outcome(id, label, emoji, now, earlier);
    }
}
