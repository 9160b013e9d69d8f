package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.view.BallotControls;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.EmojiKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which messages are cards of open polls, so that the gateway's reading thread can tell a vote from any other reaction without asking
 * the store. Thread-safe.
 */
public final class OpenCards {

    private final Map<Long, Card> cards = new ConcurrentHashMap<>();
    private final Map<Long, Long> messages = new ConcurrentHashMap<>();
    private final Map<Long, List<Runnable>> posting = new ConcurrentHashMap<>();

    /** A card: its poll, and the outcome behind each reaction. */
    record Card(long poll, Map<String, String> outcomes) {

        Optional<String> outcome(String emoji) {
            return Optional.ofNullable(outcomes.get(EmojiKey.of(emoji)));
        }
    }

    /** This message is the card of this open poll, with these outcomes. */
    public void put(long message, Poll poll) {
        cards.put(message, new Card(poll.id(), outcomes(poll)));
        messages.put(poll.id(), message);
    }

    /**
     * A card that is not to be reacted to counts no reaction: on a secret ballot it would tell on its fan. The cards of a show have the same
     * emoji and contestants in every server, and thousands of them may be open.
     */
    private static Map<String, String> outcomes(Poll poll) {
        if (!BallotControls.seeded(poll)) {
            return Map.of();
        }
        Map<String, String> outcomes = new HashMap<>();
        for (Outcome outcome : poll.outcomes()) {
            outcome.reactions()
                    .forEach(emoji -> outcomes.putIfAbsent(
                            EmojiKey.of(emoji).intern(), outcome.id().intern()));
        }
        return Map.copyOf(outcomes);
    }

    /** Forgets whatever was this poll's card before this message; true if anything was. */
    boolean replace(long poll, long message) {
        Long before = messages.get(poll);
        return before != null && before != message && cards.remove(before) != null;
    }

    /** This message is no open poll's card any more. */
    public void remove(long message) {
        Card card = cards.remove(message);
        if (card != null) {
            messages.remove(card.poll(), message);
        }
    }

    Optional<Card> card(long message) {
        return Optional.ofNullable(cards.get(message));
    }

    /** A card is about to be posted in this channel; reactions that come before its message is known wait for {@link #onPosted}. */
    public void expect(long channel) {
        posting.put(channel, new ArrayList<>());
    }

    /** The card is posted, and {@link #put} if it was; what waited is looked at again. */
    public void onPosted(long channel) {
        List<Runnable> waiting = posting.remove(channel);
        if (waiting != null) {
            synchronized (waiting) {
                waiting.forEach(Runnable::run);
            }
        }
    }

    /** Keeps a look at an unknown message until the card that is being posted in its channel is known. False if none is. */
    boolean waitFor(long channel, Runnable look) {
        List<Runnable> waiting = posting.get(channel);
        if (waiting == null) {
            return false;
        }
        synchronized (waiting) {
            waiting.add(look);
        }
        return posting.get(channel) == waiting;
    }
}
