package io.github.mirrorball.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the bot's store holds. */
final class Picks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Picks() {}

    /** The picks in the only poll of a server, by outcome. */
    static Map<String, Integer> of(Measured bot, long server) {
        try {
            return JSON.readValue(bot.ask("picks " + server), new TypeReference<Map<String, Map<String, Integer>>>() {})
                    .getOrDefault("1 elimination", Map.of());
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }
}
