package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes back over HTTP. */
record RestResponse(int status, Optional<JsonNode> body, Map<String, String> headers) {
    static RestResponse ok(JsonNode body) {
        return new RestResponse(200, Optional.of(body), Map.of());
    }

    static RestResponse nothing() {
        return new RestResponse(204, Optional.empty(), Map.of());
    }

    static RestResponse of(Refusal refusal) {
        RestResponse answer = error(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
        if (!refusal.places().isEmpty()) {
            answer.body().map(ObjectNode.class::cast).ifPresent(body -> setName(body, refusal.places()));
        }
        return answer;
    }

    private static void setName(ObjectNode body, List<String> places) {
        ObjectNode errors = body.putObject("errors");
        for (String place : places) {
            ObjectNode at = errors;
            for (String step : place.split("\\.")) {
                at = at.withObject("/" + step);
            }
            at.putArray("_errors")
                    .addObject()
                    .put("code", "BUTTON_COMPONENT_INVALID_EMOJI")
                    .put("message", "Invalid emoji");
        }
    }

    static RestResponse error(int status, int code, String message) {
        ObjectNode body = Json.object().put("message", message).put("code", code);
        if (code == 50035) {
            body.put("message", "Invalid Form Body");
            ObjectNode detail = Json.object().put("code", "INVALID").put("message", message);
            body.putObject("errors").putArray("_errors").add(detail);
        }
        return new RestResponse(status, Optional.of(body), Map.of());
    }

    /** A page of HTML: its text stands for the body. */
    static RestResponse page(int status) {
        String page = "<html><head><title>" + status + "</title></head><body>cloudflare</body></html>";
        return new RestResponse(status, Optional.of(TextNode.valueOf(page)), Map.of());
    }

    RestResponse with(Map<String, String> more) {
        return new RestResponse(status, body, more);
    }
}
