package io.github.mirrorball.stage.world;

import static io.github.mirrorball.stage.world.JdaPayloads.callback;
import static io.github.mirrorball.stage.world.JdaPayloads.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordDocumentFaultsTest {
    private static final String MESSAGES = "/channels/123/messages";
    private static final String CALLBACK = "/interactions/123/aW50ZXJhY3Rpb24/callback";
    private static final String EVENTS = "/guilds/123/scheduled-events";

    private final DiscordDocument document = DiscordDocument.orSkip();

    @Test
    void aMenuOfTwentySixEntriesIsTooLong() {
        ObjectNode card = JdaPayloads.card();
        ArrayNode entries = (ArrayNode) card.at("/components/0/components/4/components/0/options");
        entries.add(entries.get(0).deepCopy());

        assertThat(faults("POST", MESSAGES, card))
                .singleElement()
                .asString()
                .startsWith(
                        "POST /channels/{channel_id}/messages: $.components[0].components[4].components[0].options:")
                .contains("25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /components/0                           | type     |         | $.components[0]: required property 'type' not found
            /components/0/components/2              | type     | 99      | $.components[0].components[2].type: does not have a value in the enumeration
            /components/0/components/1/accessory    | style    | "blue"  | $.components[0].components[1].accessory.style: string found, integer expected
            /components/0/components/5/components/0 | emoji    | {}      | $.components[0].components[5].components[0].emoji: required property 'name' not found
            /allowed_mentions                       | parse    | ["all"] | $.allowed_mentions.parse[0]: does not have a value in the enumeration
            /attachments/0                          | id       | "first" | $.attachments[0].id: does not match the regex pattern
            /components/0/components/3/items/0/media| url      | "a b"   | $.components[0].components[3].items[0].media.url:
            /attachments/0                          | filename | ""      | $.attachments[0].filename: must be at least 1 characters long
            """)
    void aWrongPlaceOnACardIsNamedAlone(String place, String field, String value, String fault) {
        ObjectNode card = JdaPayloads.card();
        change((ObjectNode) card.at(place), field, Optional.ofNullable(value));

        assertThat(faults("POST", MESSAGES, card))
                .singleElement()
                .asString()
                .startsWith("POST /channels/{channel_id}/messages: " + fault);
    }

    @Test
    void aLabelTooLongIsNamed() {
        ObjectNode form = JdaPayloads.form();
        ((ObjectNode) form.at("/components/1")).put("label", "x".repeat(46));
        form.put("title", "x".repeat(46));
        ObjectNode card = JdaPayloads.card();
        ((ObjectNode) card.at("/components/0/components/5/components/0")).put("label", "x".repeat(81));

        assertThat(faults("POST", CALLBACK, callback(9, form)))
                .containsExactlyInAnyOrder(
                        inCallback("$.data.components[1].label: must be at most 45 characters long"),
                        inCallback("$.data.title: must be at most 45 characters long"));
        assertThat(faults("POST", CALLBACK, callback(4, card)))
                .containsExactly(inCallback("$.data.components[0].components[5].components[0].label: "
                        + "must be at most 80 characters long"));
    }

    @Test
    void aCallbackOfUnknownTypeIsNamed() {
        assertThat(faults("POST", CALLBACK, callback(99, JdaPayloads.card())))
                .singleElement()
                .asString()
                .startsWith(inCallback("$.type: does not have a value in the enumeration"));
    }

    @Test
    void aSuggestionTooLongIsTheFaultOfTheBranchThatFits() {
        ObjectNode choices = JdaPayloads.choices("Anna", "Bea");
        ((ObjectNode) choices.at("/choices/1")).put("name", "x".repeat(101));

        assertThat(faults("POST", CALLBACK, callback(8, choices)))
                .containsExactly(inCallback("$.data.choices[1].name: must be at most 100 characters long"));
    }

    @Test
    void aBadTypeOfACommandParameterIsNamed() {
        ArrayNode commands = JdaPayloads.commands();
        ((ObjectNode) commands.at("/0/options/0/options/2")).put("type", 12);

        assertThat(faults("PUT", "/applications/123/commands", commands))
                .singleElement()
                .asString()
                .startsWith("PUT /applications/{application_id}/commands: $[0].options[0].options[2].type: "
                        + "does not have a value in the enumeration");
    }

    @Test
    void aScheduledEventWithoutItsPlaceOrWithALocalTimeIsRefused() {
        ObjectNode event = JdaPayloads.event();
        event.put("scheduled_start_time", "2024-09-24T20:00");
        event.remove("entity_metadata");

        assertThat(faults("POST", EVENTS, event))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("$.scheduled_start_time: does not match the date-time pattern"))
                .anyMatch(fault -> fault.contains("$: required property 'entity_metadata' not found"));
    }

    @Test
    void noMoreThanADozenFaultsAreTold() {
        ObjectNode card = JdaPayloads.card();
        card.at("/components/0/components/4/components/0/options")
                .forEach(entry -> ((ObjectNode) entry).remove("label"));

        assertThat(faults("POST", MESSAGES, card)).hasSize(12);
    }

    private List<String> faults(String method, String path, JsonNode body) {
        return document.request(method, path, Optional.of(body));
    }

    private static String inCallback(String fault) {
        return "POST /interactions/{interaction_id}/{interaction_token}/callback: " + fault;
    }

    private static void change(ObjectNode place, String field, Optional<String> value) {
        value.ifPresentOrElse(json -> place.set(field, parse(json)), () -> place.remove(field));
    }
}
