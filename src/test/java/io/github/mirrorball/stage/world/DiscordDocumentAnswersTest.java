package io.github.mirrorball.stage.world;

import static io.github.mirrorball.stage.world.JdaPayloads.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscordDocumentAnswersTest {
    private static final String MESSAGES = "/channels/123/messages";
    private static final String CALLBACK = "/interactions/123/aW50ZXJhY3Rpb24/callback";

    private final DiscordDocument document = DiscordDocument.orSkip();

    @Test
    void anAnswerConformsOrIsNamed() {
        JsonNode gateway = parse("{\"url\":\"ws://127.0.0.1:1\",\"shards\":1,\"session_start_limit\":"
                + "{\"max_concurrency\":1,\"remaining\":9,\"reset_after\":1,\"total\":10}}");

        assertThat(document.response("GET", "/gateway/bot", 200, Optional.of(gateway)))
                .isEmpty();
        assertThat(document.response(
                        "GET", "/gateway/bot", 200, Optional.of(((ObjectNode) gateway).put("shards", "1"))))
                .containsExactly("GET /gateway/bot answering 200: $.shards: string found, integer expected");
    }

    @Test
    void idsInAnswersAreStrings() {
        ObjectNode channel = (ObjectNode) parse("{\"id\":123,\"type\":1,\"flags\":0,\"recipients\":[]}");

        assertThat(document.response("POST", "/users/@me/channels", 200, Optional.of(channel)))
                .contains("POST /users/@me/channels answering 200: $.id: integer found, string expected");
    }

    @Test
    void anErrorHasACodeAndAMessage() {
        JsonNode refused = parse("{\"code\":50035,\"message\":\"Invalid Form Body\",\"errors\":{\"components\":{\"0\":"
                + "{\"_errors\":[{\"code\":1,\"message\":\"no\"}]}}}}");

        assertThat(document.response("POST", MESSAGES, 400, Optional.of(refused)))
                .isEmpty();
        assertThat(document.response("POST", MESSAGES, 429, Optional.of(refused)))
                .contains(
                        "POST /channels/{channel_id}/messages answering 429: $: required property 'retry_after' not found");
        assertThat(document.response("POST", MESSAGES, 503, Optional.empty())).isEmpty();
    }

    @Test
    void anAnswerThatIsNotDocumentedIsAFault() {
        assertThat(document.response("POST", MESSAGES, 204, Optional.empty()))
                .containsExactly("POST /channels/{channel_id}/messages answering 204: "
                        + "no documented answer, those are 200, 429, 4XX");
        assertThat(document.response("POST", CALLBACK, 204, Optional.empty())).isEmpty();
    }
}
