package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Requests that JDA itself would not make. */
final class RawRest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Stage stage;

    RawRest(Stage stage) {
        this.stage = stage;
    }

    record Result(int status, JsonNode body, Map<String, List<String>> headers) {
        int code() {
            return body.path("code").asInt();
        }

        String fault() {
            return body.at("/errors/_errors/0/message").asText();
        }

        JsonNode expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(status + " " + body);
            }
            return body;
        }
    }

    Result call(String method, String path, String json) {
        return call(method, path, json, "Bot " + stage.token());
    }

    Result call(String method, String path) {
        return call(method, path, "");
    }

    Result call(String method, String path, String json, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stage.restUrl() + path))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", token)
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty() ? Json.object() : Json.read(answer.body());
            return new Result(answer.statusCode(), body, answer.headers().map());
        } catch (IOException e) {
            return new Result(0, Json.object(), Map.of());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
