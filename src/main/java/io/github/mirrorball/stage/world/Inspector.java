package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Sees every REST exchange of the bot; a fault refuses a request (400, 50035) and is a violation either way. */
public interface Inspector {
    /** Finds nothing wrong. */
    Inspector NONE = new Inspector() {
        @Override
        public List<String> request(String method, String path, Optional<JsonNode> body) {
            return List.of();
        }

        @Override
        public List<String> response(String method, String path, int status, Optional<JsonNode> body) {
            return List.of();
        }
    };

    /**
     * @param path as Discord documents it, without /api/v10 and query
     * @return faults, empty when it conforms
     */
    List<String> request(String method, String path, Optional<JsonNode> body);

    /**
     * @param path as Discord documents it, without /api/v10 and query
     * @return faults, empty when it conforms
     */
    List<String> response(String method, String path, int status, Optional<JsonNode> body);
}
