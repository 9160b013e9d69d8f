package io.github.mirrorball.rehearsal.page;

import static io.github.mirrorball.rehearsal.page.Visitor.customId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.world.StageUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A season played by hand over HTTP, as the page's script does it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PageTest {

    private static final String OPENS = "2024-09-12T00:00:00Z";
    private static final String AIRS = "2024-09-18T00:00:00Z";
    private static final String ENDS = "2024-09-18T02:00:00Z";

    @TempDir
    private Path data;

    @Test
    void aNewcomerSeesTheFirstCardsAtOnce() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");

            assertThat(you.get("state").path("title").asText()).isEqualTo("Dancing with the Stars, season 33");
            assertThat(now(you)).isEqualTo(OPENS);
            assertThat(you.newest("Who leaves?").path("reactions")).hasSize(14);
            assertThat(you.get("commands").findValuesAsText("name"))
                    .contains("pick")
                    .doesNotContain("result");
            assertThat(page.visitor("Host").get("commands").findValuesAsText("name"))
                    .contains("pick", "result");
        }
    }

    @Test
    void aWeekIsPlayedByHandFromThePicksToTheStandings() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            Visitor robin = page.visitor("Robin");
            Visitor host = page.visitor("Host");

            react(you, true);
            assertThat(reaction(you).path("me").asBoolean()).isTrue();
            assertThat(reaction(robin).path("me").asBoolean()).isFalse();
            pickFromTheMenu(robin);
            assertThat(you.control("vote")).startsWith("vote[\"10\",");
            you.control("lock");
            assertThat(now(you)).isEqualTo(AIRS);
            assertThat(you.newest("Picks are locked").path("shown").asText()).isEqualTo(AIRS);
            you.control("end");
            assertThat(now(you)).isEqualTo(ENDS);
            enterThatAnnaLeft(host);

            JsonNode standings = you.message(you.slash("standings", Map.of()));
            assertThat(standings.toString()).contains("**You** · 10 points", "**Robin** · 0 points");
        }
    }

    private static void pickFromTheMenu(Visitor visitor) {
        JsonNode card = visitor.newest("Who leaves?");
        JsonNode menus = visitor.message(visitor.post(
                "press", Map.of("message", card.path("id").asText(), "customId", customId(card, "ballot:"))));
        JsonNode receipt = visitor.message(visitor.post(
                "choose",
                Map.of(
                        "message", menus.path("id").asText(),
                        "customId", customId(menus, "pick:"),
                        "values", List.of("ilona-maher"))));

        assertThat(receipt.toString()).contains("Your pick is in", "Ilona Maher");
        assertThat(receipt.path("private").asBoolean()).isTrue();
    }

    private static void enterThatAnnaLeft(Visitor host) {
        JsonNode choices = host.post(
                "complete", Map.of("path", "result enter", "options", Map.of("episode", "Prem"), "focused", "episode"));
        int episode = choices.path("choices").path(0).path("value").asInt();
        JsonNode form = host.slash("result enter", Map.of("episode", episode));
        assertThat(form.path("form").path("title").asText()).contains("Premiere");

        JsonNode preview = host.message(host.post(
                "submit",
                Map.of(
                        "form", form.path("id").asText(),
                        "values", Map.of("eliminated", List.of("anna-delvey"), "marks", "Joey Graziadei: 9 9 9"))));
        host.post(
                "press",
                Map.of("message", preview.path("id").asText(), "customId", customId(preview, "result-confirm:")));
    }

    @Test
    void takingAReactionBackTakesThePickBack() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            react(you, true);
            react(you, false);

            assertThat(reaction(you).path("count").asInt()).isEqualTo(1);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    you.message(you.slash("pick", Map.of())).toString())
                            .contains("Who leaves?")
                            .doesNotContain("\"default\":true"));
        }
    }

    @Test
    void aPrivateReplyIsSeenByOnePersonOnly() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            String reply = you.slash("pick", Map.of()).path("id").asText();

            assertThat(ids(you)).contains(reply);
            assertThat(ids(page.visitor("Robin"))).doesNotContain(reply);
        }
    }

    @Test
    void theRealResultIsEnteredOnceTheShowIsOver() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            assertThat(you.control("result")).isEqualTo("result.early[]");

            you.control("end");
            assertThat(you.control("result")).isEqualTo("result[\"1\"]");
            assertThat(you.newest("The result of").toString()).contains("Nobody was eliminated");
        }
    }

    @Test
    void aWeekRunsByItselfUntilTheNextCardsAreThere() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");

            assertThat(you.control("week")).startsWith("week[\"1\",");
            assertThat(you.newest("Who leaves?").toString()).contains("Oscars Night", "ballot:");
            assertThat(Duration.between(page.theatre().clock().instant(), Instant.parse("2024-09-25T00:00:00Z")))
                    .isEqualTo(Duration.ofDays(6));
        }
    }

    @Test
    void theGuideFollowsWhatReallyHappened() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            assertThat(steps(you)).isEqualTo("pick: false, lock: false, result: false, standings: false");
            you.slash("standings", Map.of());
            react(you, true);
            assertThat(steps(you)).isEqualTo("pick: true, lock: false, result: false, standings: false");
            you.control("end");
            assertThat(you.get("state").path("waiting").asInt()).isEqualTo(1);
            you.control("result");
            you.slash("standings", Map.of());
            assertThat(steps(you)).isEqualTo("pick: true, lock: true, result: true, standings: true");
        }
    }

    private static String steps(Visitor visitor) {
        return visitor.get("state").path("guide").properties().stream()
                .map(step -> step.getKey() + ": " + step.getValue())
                .collect(Collectors.joining(", "));
    }

    @Test
    void thePagesLanguageIsThatOfThePersonsDiscord() {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            you.slash("standings", Map.of());
            assertThat(page.theatre().server().member("You").setLocale()).isEqualTo("en-US");
            you.post("slash", Map.of("path", "standings", "options", Map.of(), "locale", "de"));
            assertThat(page.theatre().server().member("You").setLocale()).isEqualTo("de");
        }
    }

    @Test
    void theServersEventsAreListed() {
        try (OpenPage page = new OpenPage(data)) {
            JsonNode events = page.visitor("You").get("state").path("events");

            assertThat(events.findValuesAsText("starts")).first().isEqualTo(AIRS);
            assertThat(events.path(0).path("name").asText()).contains("Premiere");
        }
    }

    @Test
    void aDirectMessageToSomeoneElseIsOnlyHintedAt() throws IOException {
        try (OpenPage page = new OpenPage(data)) {
            StageUser robin = page.theatre().server().member("Robin");
            try (InputStream events = page.visitor("You").events().body()) {
                BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
                until(lines, "zone");
                robin.say(robin.direct(), "Psst");
                assertThat(until(lines, "elsewhere")).doesNotContain("Psst");
                assertThat(until(lines, Long.toString(robin.id()))).doesNotContain("Psst");
            }
        }
    }

    @Test
    void whatHappensIsToldAtOnceToThoseWhoSeeIt() throws IOException {
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            try (InputStream events = page.visitor("Robin").events().body()) {
                BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
                assertThat(until(lines, "zone")).contains(OPENS);
                String hidden = you.slash("pick", Map.of()).path("id").asText();
                react(you, true);
                assertThat(until(lines, "\"count\":2")).doesNotContain(hidden);
                you.control("hour");
                assertThat(until(lines, "2024-09-12T01:00:00Z")).contains("event:clock");
            }
        }
    }

    @Test
    void whatCannotBeDoneIsASentence() {
        try (OpenPage page = new OpenPage(data)) {
            HttpResponse<String> refused =
                    page.visitor("You").tryTo("slash", Map.of("path", "result enter", "options", Map.of("episode", 1)));

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).isEqualTo("{\"error\":\"You may not use result\"}");
        }
    }

    private static void react(Visitor visitor, boolean on) {
        visitor.post(
                "react",
                Map.of("message", visitor.newest("Who leaves?").path("id").asText(), "emoji", "🇦", "on", on));
    }

    private static JsonNode reaction(Visitor visitor) {
        for (JsonNode reaction : visitor.newest("Who leaves?").path("reactions")) {
            if (reaction.path("emoji").path("name").asText().equals("🇦")) {
                return reaction;
            }
        }
        throw new AssertionError("The card has no 🇦");
    }

    private static List<String> ids(Visitor visitor) {
        return visitor.get("messages").findValuesAsText("id");
    }

    private static String now(Visitor visitor) {
        return visitor.get("state").path("now").asText();
    }

    private static String until(BufferedReader lines, String last) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(last) < 0) {
            String line = lines.readLine();
            assertThat(line).as("what follows " + heard).isNotNull();
            heard.append(line).append('\n');
        }
        return heard.toString();
    }
}
