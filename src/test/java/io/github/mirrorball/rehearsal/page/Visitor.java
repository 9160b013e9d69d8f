package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Someone at the page, who asks for what the page's script would ask for. */
record Visitor(String address, String as, String channel) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Visitor named(String address, String name) {
        JsonNode state = new Visitor(address, "", "").get("state");
        String id = find(state.path("people"), "name", name).path("id").asText();
        return new Visitor(
                address, id, state.path("channels").path(0).path("id").asText());
    }

    Visitor in(String name) {
        return new Visitor(
                address,
                as,
                find(get("state").path("channels"), "name", name).path("id").asText());
    }

    JsonNode get(String what) {
        return json(send(HttpRequest.newBuilder(uri(what))));
    }

    HttpResponse<InputStream> events() {
        try {
            return HTTP.send(HttpRequest.newBuilder(uri("events")).build(), BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private URI uri(String what) {
        return URI.create(address + "/api/" + what + "?as=" + as + "&channel=" + channel);
    }

    /** Does something that can be done. */
    JsonNode post(String what, Map<String, Object> told) {
        HttpResponse<String> response = tryTo(what, told);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    /** Does something that may be refused. */
    HttpResponse<String> tryTo(String what, Map<String, Object> told) {
        return tryFrom(address, what, told);
    }

    /** The same from a page of another origin. */
    HttpResponse<String> tryFrom(String origin, String what, Map<String, Object> told) {
        Map<String, Object> body = new HashMap<>(told);
        body.put("as", as);
        body.put("channel", channel);
        return send(HttpRequest.newBuilder(URI.create(address + "/api/" + what))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    /** Presses a button of the show clock, and returns what it told: a key and what goes into its sentence. */
    String control(String name) {
        JsonNode answer = post("control", Map.of("name", name));
        return answer.path("told").asText() + answer.path("details");
    }

    JsonNode slash(String path, Map<String, Object> options) {
        return post("slash", Map.of("path", path, "options", options));
    }

    /** The message that an answer named, as it stands. */
    JsonNode message(JsonNode answer) {
        return find(get("messages"), "id", answer.path("id").asText());
    }

    /** The newest message for everybody with this in its text. */
    JsonNode newest(String text) {
        List<JsonNode> found = StreamSupport.stream(get("messages").spliterator(), false)
                .filter(message -> !message.path("private").asBoolean())
                .filter(message -> message.toString().contains(text))
                .toList();
        assertThat(found).as("messages with " + text).isNotEmpty();
        return found.get(found.size() - 1);
    }

    static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has " + field + " " + value + " in " + list));
    }

    /** The id of the first button or menu that starts like this. */
    static String customId(JsonNode message, String prefix) {
        return message.findValuesAsText("custom_id").stream()
                .filter(id -> id.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + prefix + " in " + message));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
