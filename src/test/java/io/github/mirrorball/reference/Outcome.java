package io.github.mirrorball.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a season that was played to its end comes to: its polls in the order of the season, and its ranked fans. */
public record Outcome(List<Poll> polls, List<Standing> standings) {

    /** Where a poll ended. Only a resolved one counts anywhere. */
    public enum State {
        LOCKED,
        RESOLVED,
        CANCELED
    }

    /**
     * One question and its answer. The episode is empty for a season-long poll; the right outcomes stand in the order of
     * the cast; {@code counted} names the outcomes with at least one counted pick. For a guessed number, an outcome is
     * the number without trailing zeros. Both are empty unless the poll is resolved.
     */
    public record Poll(
            OptionalInt episode, String asks, State state, List<String> right, Map<String, Integer> counted) {

        public boolean resolved() {
            return state == State.RESOLVED;
        }
    }

    /** One fan's row; points carry no trailing zeros, and {@code picked} is the number of counted picks. */
    public record Standing(int rank, String fan, BigDecimal points, int correct, int picked) {}

    /** The poll that this episode made of this ask. */
    public Poll poll(int episode, String asks) {
        return find(OptionalInt.of(episode), asks);
    }

    /** The poll that the season itself made of this ask. */
    public Poll seasonLong(String asks) {
        return find(OptionalInt.empty(), asks);
    }

    private Poll find(OptionalInt episode, String asks) {
        for (Poll poll : polls) {
            if (poll.episode().equals(episode) && poll.asks().equals(asks)) {
                return poll;
            }
        }
        throw new IllegalArgumentException("No poll asks " + asks + " in episode " + episode);
    }
}
