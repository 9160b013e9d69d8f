package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Discord refuses in messages, the stage refuses, and remembers. */
class MessageRulesTest {
    private static final int V2 = 1 << 15;

    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void anEmptyMessageIsRefused() {
        refused("{\"content\":\"  \"}", 400, 50006);
        refused("{\"flags\":32768,\"components\":[]}", 400, 50006);
    }

    @Test
    void aTooLongContentIsRefused() {
        refused(Json.object().put("content", "x".repeat(2001)), "content: longer than 2000");
    }

    @Test
    void contentAndEmbedsDoNotGoWithComponentsV2() {
        refused(v2(text("hi")).put("content", "hi"), "content, embeds and polls cannot be used");
        ObjectNode embedded = v2(text("hi"));
        embedded.putArray("embeds").addObject().put("title", "x");
        refused(embedded, "content, embeds and polls cannot be used");
    }

    @Test
    void fortyComponentsAreTakenCountingNestedOnesAndOneMoreIsNot() {
        ArrayNode texts = Json.array(IntStream.range(0, 39).mapToObj(n -> text("t")));
        accepted(v2(container(texts)));
        refused(v2(container(texts.add(text("t")))), "components: more than 40");
    }

    @Test
    void fourThousandCharactersAreTakenInAllAndOneMoreIsNot() {
        accepted(v2(text("x".repeat(2000)), text("x".repeat(2000))));
        refused(v2(text("x".repeat(2000)), text("x".repeat(2001))), "more than 4000");
    }

    @Test
    void tooManyBytesBreakDiscordItself() {
        accepted(v2(text("€".repeat(3390))));
        refused(v2(text("€".repeat(3391))).toString(), 500, 0);
    }

    @Test
    void aCustomIdIsUsedOnce() {
        refused(v2(row(button("a", "One"), button("a", "Two"))), "custom_id: duplicated: a");
    }

    @Test
    void aComponentIdIsUsedOnce() {
        refused(v2(text("a").put("id", 7), text("b").put("id", 7)), "id: duplicated: 7");
    }

    @Test
    void aCustomIdHasAtMostAHundredCharacters() {
        accepted(v2(row(button("i".repeat(100), "Ok"))));
        refused(v2(row(button("i".repeat(101), "Ok"))), "custom_id: must have 1 to 100");
    }

    @Test
    void aButtonsLabelHasAtMostEightyCharacters() {
        accepted(v2(row(button("a", "l".repeat(80)))));
        refused(v2(row(button("a", "l".repeat(81)))), "label: longer than 80");
    }

    @Test
    void aMenuHasAtMostTwentyFiveOptions() {
        accepted(v2(row(select(25, 100))));
        refused(v2(row(select(26, 100))), "options: 1 to 25, not 26");
        refused(v2(row(select(0, 100))), "options: 1 to 25, not 0");
    }

    @Test
    void anOptionsLabelHasAtMostAHundredCharacters() {
        refused(v2(row(select(1, 101))), "label: an option's has 1 to 100");
    }

    @Test
    void aRowHoldsFiveButtonsOrOneMenu() {
        ObjectNode[] six =
                IntStream.range(0, 6).mapToObj(n -> button("b" + n, "x")).toArray(ObjectNode[]::new);
        refused(v2(row(six)), "row: holds 1 to 5 buttons");
        refused(v2(row(select(1, 5), button("a", "x"))), "row: a menu stands alone");
    }

    @Test
    void aTextStandsInNoLegacyMessage() {
        ObjectNode legacy = Json.object().put("content", "hi");
        legacy.putArray("components").add(text("x"));
        refused(legacy, "type 10 cannot be outermost");
    }

    @Test
    void aMessageStaysLegacyOrComponentsV2ForGood() {
        long legacy = scene.send("{\"content\":\"hi\"}");
        ObjectNode switched = v2(text("x")).put("content", "");
        assertThat(edit(legacy, switched).fault()).contains("for good");
        long modern = scene.send(v2(text("x")).toString());
        assertThat(edit(modern, Json.object().put("flags", 0).put("content", "x"))
                        .fault())
                .contains("for good");
        assertThat(scene.stage.violations()).hasSize(2);
    }

    @Test
    void anUploadedFileIsNamedOrTheMessageIsRefused() {
        ObjectNode gallery = Json.object().put("type", 12);
        gallery.putArray("items").addObject().putObject("media").put("url", "attachment://chart.png");
        refused(v2(gallery), "no uploaded file chart.png");
    }

    @Test
    void componentsWithoutAnIdGetFreeOnes() {
        long id = scene.send(v2(text("a").put("id", 1), text("b")).toString());
        assertThat(scene.message(id).components())
                .extracting(one -> one.path("id").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void aNonceIsRememberedOnlyWithEnforcementAndIsNotInTheHistory() {
        String body = "{\"content\":\"once\",\"nonce\":\"mb-1\",\"enforce_nonce\":true}";
        long first = scene.send(body);
        assertThat(scene.send(body)).isEqualTo(first);
        assertThat(scene.send("{\"content\":\"again\",\"nonce\":\"mb-1\"}")).isNotEqualTo(first);
        assertThat(scene.rest.call("GET", scene.messages()).body().toString()).doesNotContain("mb-1");
        scene.ballroom.delete(scene.message(first));
    }

    @Test
    void aNonceWhoseMessageWasDeletedIsAnUnknownMessage() {
        String body = "{\"content\":\"once\",\"nonce\":\"mb-1\",\"enforce_nonce\":true}";
        scene.ballroom.delete(scene.message(scene.send(body)));
        assertThat(scene.rest.call("POST", scene.messages(), body).code()).isEqualTo(10008);
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void aNonceIsForgottenAfterMinutes() throws InterruptedException {
        Scene.Wound wire = new Scene.Wound();
        try (Scene wound = new Scene(StageOptions.defaults().withWire(wire))) {
            String body = "{\"content\":\"once\",\"nonce\":\"mb-1\",\"enforce_nonce\":true}";
            long first = wound.send(body);
            wire.wind(java.time.Duration.ofMinutes(6));
            assertThat(wound.send(body)).isNotEqualTo(first);
        }
    }

    @Test
    void twentyKindsOfReactionsFitOnAMessage() {
        long id = scene.send("{\"content\":\"hi\"}");
        for (int n = 0; n < 20; n++) {
            assertThat(seed(id, n).status()).isEqualTo(204);
        }
        assertThat(seed(id, 20).code()).isEqualTo(30010);
        assertThat(seed(id, 3).status()).isEqualTo(204);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void aWordIsNoEmoji() {
        long id = scene.send("{\"content\":\"hi\"}");
        assertThat(scene.rest
                        .call("PUT", scene.messages() + "/" + id + "/reactions/yes/@me")
                        .code())
                .isEqualTo(10014);
    }

    @Test
    void mentionsAreThoseThatWereAllowed() {
        String text = "<@" + scene.ana.id() + "> @everyone";
        ObjectNode silent = Json.object().put("content", text);
        silent.putObject("allowed_mentions").putArray("parse");
        assertThat(scene.message(scene.send(silent.toString())).pinged()).isEmpty();
        ObjectNode loud = Json.object().put("content", text);
        assertThat(scene.message(scene.send(loud.toString())).pinged()).containsExactly("everyone");
    }

    private RawRest.Result seed(long id, int number) {
        String emoji = "%F0%9F%87%" + Integer.toHexString(0xA6 + number).toUpperCase(java.util.Locale.ROOT);
        return scene.rest.call("PUT", scene.messages() + "/" + id + "/reactions/" + emoji + "/@me");
    }

    private RawRest.Result edit(long id, ObjectNode body) {
        return scene.rest.call("PATCH", scene.messages() + "/" + id, body.toString());
    }

    private void accepted(ObjectNode body) {
        scene.send(body.toString());
        assertThat(scene.stage.violations()).isEmpty();
    }

    private void refused(ObjectNode body, String fault) {
        int before = scene.stage.violations().size();
        RawRest.Result result = scene.rest.call("POST", scene.messages(), body.toString());
        assertThat(result.code()).isEqualTo(50035);
        assertThat(result.fault()).contains(fault);
        assertThat(scene.stage.violations()).hasSize(before + 1);
    }

    private void refused(String body, int status, int code) {
        int before = scene.stage.violations().size();
        RawRest.Result result = scene.rest.call("POST", scene.messages(), body);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.code()).isEqualTo(code);
        assertThat(scene.stage.violations()).hasSize(before + 1);
    }

    private static ObjectNode v2(ObjectNode... components) {
        ObjectNode body = Json.object().put("flags", V2);
        ArrayNode array = body.putArray("components");
        for (ObjectNode component : components) {
            array.add(component);
        }
        return body;
    }

    private static ObjectNode text(String content) {
        return Json.object().put("type", 10).put("content", content);
    }

    private static ObjectNode container(ArrayNode children) {
        ObjectNode container = Json.object().put("type", 17);
        container.set("components", children);
        return container;
    }

    private static ObjectNode row(ObjectNode... children) {
        ObjectNode row = Json.object().put("type", 1);
        ArrayNode array = row.putArray("components");
        for (ObjectNode child : children) {
            array.add(child);
        }
        return row;
    }

    private static ObjectNode button(String customId, String label) {
        return Json.object()
                .put("type", 2)
                .put("style", 1)
                .put("custom_id", customId)
                .put("label", label);
    }

    private static ObjectNode select(int options, int labelLength) {
        ObjectNode select = Json.object().put("type", 3).put("custom_id", "menu");
        ArrayNode array = select.putArray("options");
        for (int n = 0; n < options; n++) {
            array.addObject().put("label", "l".repeat(labelLength)).put("value", "v" + n);
        }
        return select;
    }
}
