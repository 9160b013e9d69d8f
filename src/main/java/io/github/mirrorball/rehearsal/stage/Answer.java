package io.github.mirrorball.rehearsal.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What goes back over HTTP. */
record Answer(int status, Optional<JsonNode> body, Map<String, String> headers) {
    static Answer ok(JsonNode body) {
        return new Answer(200, Optional.of(body), Map.of());
    }

    static Answer nothing() {
        return new Answer(204, Optional.empty(), Map.of());
    }

    static Answer of(Refusal refusal) {
        return error(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
    }

    static Answer error(int status, int code, String message) {
        ObjectNode body = Json.object().put("message", message).put("code", code);
        if (code == 50035) {
            body.put("message", "Invalid Form Body");
            ObjectNode detail = Json.object().put("code", "INVALID").put("message", message);
            body.putObject("errors").putArray("_errors").add(detail);
        }
        return new Answer(status, Optional.of(body), Map.of());
    }

    Answer with(Map<String, String> more) {
        return new Answer(status, body, more);
    }
}
