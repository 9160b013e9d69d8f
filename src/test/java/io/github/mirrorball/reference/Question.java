package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One question as the season file asks it: by an episode, or, with no episode, by the season itself. Only a guessed
 * number is about one contestant; for every other kind {@code contestant} is empty.
 */
record Question(Optional<JsonNode> episode, String asks, Optional<String> contestant) {

    static Question of(Optional<JsonNode> episode, JsonNode ask) {
        if (ask.isTextual()) {
            return new Question(episode, ask.asText(), Optional.empty());
        }
        if (ask.has("contestant")) {
            return new Question(
                    episode,
                    ask.path("ask").asText(),
                    Optional.of(ask.path("contestant").asText()));
        }
        return new Question(episode, ask.path("ask").asText(), Optional.empty());
    }

    OptionalInt number() {
        return episode.isPresent() ? OptionalInt.of(episode.get().path("number").asInt()) : OptionalInt.empty();
    }

    boolean aboutMarks() {
        return asks.equals("top_score") || asks.equals("low_score") || asks.equals("score");
    }

    boolean aboutANumber() {
        return asks.equals("score");
    }
}
