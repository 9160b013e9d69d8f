package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One REST request of the bot and how it was answered.
 *
 * @param path as Discord documents it, without /api/v10 and query
 * @param route the path's template, for instance {@code /channels/{channel_id}/messages}
 * @param status the HTTP status; 0 where the answer was withheld
 * @param at wire time of the arrival
 */
public record RequestRecord(
        String method, String path, String route, int status, Optional<JsonNode> body, Instant at) {}
