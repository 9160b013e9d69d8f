package io.github.mirrorball.stage.world;

import static io.github.mirrorball.stage.world.JdaPayloads.callback;
import static io.github.mirrorball.stage.world.JdaPayloads.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordDocumentTest {
    private static final String MESSAGES = "/channels/123/messages";
    private static final String CALLBACK = "/interactions/123/aW50ZXJhY3Rpb24/callback";
    private static final String EVENTS = "/guilds/123/scheduled-events";

    private final DiscordDocument document = DiscordDocument.orSkip();

    @Test
    void whatJdaSendsToAChannelConforms() {
        conforms("POST", MESSAGES, JdaPayloads.card());
        conforms("POST", MESSAGES, JdaPayloads.plainText());
        conforms("PATCH", MESSAGES + "/456", JdaPayloads.cardEdit());
    }

    @Test
    void everyKindOfCallbackConforms() {
        conforms("POST", CALLBACK, callback(4, JdaPayloads.card()));
        conforms("POST", CALLBACK, callback(5, parse("{\"flags\":64}")));
        conforms("POST", CALLBACK, parse("{\"type\":6}"));
        conforms("POST", CALLBACK, callback(7, JdaPayloads.cardEdit()));
        conforms("POST", CALLBACK, callback(8, JdaPayloads.choices("Anna & Gleb")));
        conforms("POST", CALLBACK, callback(9, JdaPayloads.form()));
        conforms("POST", CALLBACK, callback(9, JdaPayloads.formOfGroups()));
    }

    @Test
    void laterAnswersToAnInteractionConform() {
        conforms("POST", "/webhooks/123/aW50ZXJhY3Rpb24", JdaPayloads.card());
        conforms("PATCH", "/webhooks/123/aW50ZXJhY3Rpb24/messages/@original", JdaPayloads.cardEdit());
    }

    @Test
    void commandsConform() {
        conforms("PUT", "/applications/123/commands", JdaPayloads.commands());
        conforms("PUT", "/applications/123/guilds/456/commands", JdaPayloads.commands());
    }

    @Test
    void aScheduledEventConforms() {
        conforms("POST", EVENTS, JdaPayloads.event());
        conforms("PATCH", EVENTS + "/456", parse("{\"scheduled_start_time\":\"2024-09-24T20:00:00Z\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,    /channels/1/messages/2/reactions/%F0%9F%87%A6/@me",
        "DELETE, /channels/1/messages/2/reactions/ball:77/99",
        "GET,    /channels/1/messages/2/reactions/%F0%9F%87%A6",
        "GET,    /users/@me",
        "GET,    /gateway/bot",
        "GET,    /oauth2/applications/@me",
        "DELETE, /users/@me/guilds/1"
    })
    void aRequestWithoutABodyConforms(String method, String path) {
        assertThat(document.request(method, path, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /channels/123/message",
        "GET,  /users/someone",
        "PUT,  /channels/123/messages",
        "GET,  /api/v10/users/@me"
    })
    void anUndocumentedRouteIsAFault(String method, String path) {
        assertThat(document.request(method, path, Optional.empty()))
                .containsExactly(method + " " + path + ": Discord documents no such route");
    }

    @Test
    void aLiteralSegmentGoesBeforeAParameter() {
        assertThat(document.request("POST", "/users/@me/channels", Optional.empty()))
                .containsExactly("POST /users/@me/channels: $: a body is required");
    }

    @Test
    void aBodyWhereNoneIsDocumentedIsAFault() {
        assertThat(document.request("PUT", "/channels/1/messages/2/reactions/x/@me", Optional.of(parse("{\"a\":1}"))))
                .containsExactly("PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me: "
                        + "$: no body is documented");
    }

    @Test
    void whatWasValidatedIsCounted() {
        long before = DiscordDocument.requestsValidated() + DiscordDocument.answersValidated();

        document.request("GET", "/users/@me", Optional.empty());
        document.response("DELETE", MESSAGES + "/1", 204, Optional.empty());

        assertThat(document.validated()).isEqualTo(2);
        assertThat(DiscordDocument.requestsValidated() + DiscordDocument.answersValidated())
                .isGreaterThanOrEqualTo(before + 2);
    }

    private void conforms(String method, String path, JsonNode body) {
        assertThat(document.request(method, path, Optional.of(body))).isEmpty();
    }
}
