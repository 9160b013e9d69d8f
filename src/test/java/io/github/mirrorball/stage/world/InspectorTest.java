package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An inspector sees every exchange and its word counts. */
class InspectorTest {
    private final List<String> requests = new ArrayList<>();
    private final List<String> responses = new ArrayList<>();
    private final Scene scene = new Scene(StageOptions.defaults().withInspector(new Noting()));

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void aFaultRefusesTheRequestAndIsAViolation() {
        RawRest.Result result = scene.rest.call("POST", scene.messages(), "{\"content\":\"wrong\"}");
        assertThat(result.status()).isEqualTo(400);
        assertThat(result.code()).isEqualTo(50035);
        assertThat(scene.ballroom.messages()).isEmpty();
        assertThat(scene.stage.violations()).hasSize(1);
        assertThat(scene.stage.violations().get(0)).contains("no such word");
    }

    @Test
    void aFaultOfTheStagesOwnAnswerIsAViolationToo() {
        scene.rest.call("GET", "gateway").expect(200);
        assertThat(scene.stage.violations()).containsExactly("answer to GET /gateway: odd url");
    }

    @Test
    void pathsAreAsDiscordDocumentsThem() {
        scene.rest.call("GET", scene.messages() + "?limit=5").expect(200);
        assertThat(requests).containsExactly("GET /" + scene.messages());
        assertThat(responses).containsExactly("GET /" + scene.messages() + " 200 []");
    }

    private final class Noting implements Inspector {
        @Override
        public List<String> request(String method, String path, Optional<JsonNode> body) {
            requests.add(method + " " + path);
            boolean wrong =
                    body.filter(sent -> sent.toString().contains("wrong")).isPresent();
            return wrong ? List.of("no such word") : List.of();
        }

        @Override
        public List<String> response(String method, String path, int status, Optional<JsonNode> body) {
            responses.add(method + " " + path + " " + status + " "
                    + body.map(JsonNode::toString).orElse(""));
            return path.equals("/gateway") ? List.of("odd url") : List.of();
        }
    }
}
