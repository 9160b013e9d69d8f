package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The pictures in messages: attached, described, and gone again when the message shows something else. */
class PicturesTest {

    private static final int GALLERY = 12;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @Test
    void aResultShowsTheRaceAndEverybodyCanAskForTheirs() {
        try (Evening evening = StandingsTest.twoNights("")) {
            List<StageMessage> results = evening.channel().messages().stream()
                    .filter(message -> message.text().contains("The result of"))
                    .toList();
            assertThat(results).hasSize(2);
            assertThat(pictured(results.get(0))).isFalse();
            assertPicture(results.get(1), "season.png");

            StageUser amy = evening.fan("amy");
            assertPicture(
                    pictured(() -> amy.slash(evening.channel(), "standings").message()), "race.png");
            assertPicture(pictured(() -> amy.slash(evening.channel(), "me").message()), "season.png");
            assertPicture(
                    pictured(() -> amy.press(results.get(1), results.get(1).button("my-card:"))
                            .message()),
                    "season.png");
            assertThat(amy.press(results.get(1), results.get(1).button("show-standings:"))
                            .message()
                            .text())
                    .contains("Standings · Small Season", "**ben** · 20 points");
        }
    }

    @Test
    void turningAPageTakesThePictureAwayAndTurningBackBringsItAgain() {
        try (Evening evening = StandingsTest.opened("")) {
            crowd(evening, 1, "ann");
            evening.windTo("2026-01-10T22:30:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));
            evening.windTo("2026-01-11T09:00:00Z");
            crowd(evening, 2, "bob");
            evening.windTo("2026-01-11T22:30:00Z");
            evening.enterResult(2, Map.of("eliminated", List.of("bob"), "marks", "none"));
            StageUser fan = evening.fan("fan-00");

            StageMessage first =
                    pictured(() -> fan.slash(evening.channel(), "standings").message());
            StageMessage second = fan.press(first, turn(first, "1")).message();
            assertThat(pictured(second)).isFalse();
            StageMessage back = fan.press(second, turn(second, "0")).message();
            assertPicture(back, "race.png");
        }
    }

    @Test
    void theFinaleHasAPodiumOfTheShowAndOfTheLeague() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight().replace("\"elimination\", \"top_score\"", "\"winner\""));
            evening.windTo("2026-01-10T09:00:00Z");
            evening.react(evening.fan("amy"), evening.card(1, "winner"), "dee");
            evening.react(evening.fan("ben"), evening.card(1, "winner"), "ann");
            evening.settle();
            evening.windTo("2026-01-10T22:30:00Z");
            evening.enterResult(1, Map.of("placements", "1 Dee\n2 Cyd\n3 Bob\n4 Ann"));

            StageMessage finale = evening.channel().messages().stream()
                    .filter(message -> message.text().contains("The result of"))
                    .findFirst()
                    .orElseThrow();
            assertThat(finale.text())
                    .contains("🥇 **Dee**\n🥈 **Cyd**\n🥉 **Bob**")
                    .contains("Winner of the league with 25 points: **amy**");
            assertPicture(finale, "season.png");
        }
    }

    @Test
    void aSeasonIsOpenedOnceBeforeItsFirstCards() {
        try (Evening evening = StandingsTest.twoNights("")) {
            assertThat(evening.posts().get(0)).contains("🪩 Small Season", "Ann, Bob, Cyd, Dee", "2 episodes");
            assertThat(evening.posts().stream().filter(post -> post.contains("Who competes")))
                    .hasSize(1);
        }
    }

    @Test
    void aResultGoesOutInTextWhereFilesMayNotBeAttached() {
        assertToldInText(evening -> evening.server().bot().deny(evening.channel(), Permission.ATTACH_FILES));
    }

    @Test
    void aResultGoesOutInTextWhereDiscordTakesNoUpload() {
        assertToldInText(evening -> evening.server()
                .refuseUploads(Refusal.of(403, 400001, "Access to file uploads has been limited for this guild")));
        assertToldInText(evening -> evening.server().refuseUploads(Refusal.of(413, 40005, "Request entity too large")));
    }

    private static void assertToldInText(Consumer<Evening> uploads) {
        try (Evening evening = StandingsTest.opened("")) {
            crowd(evening, 1, "ann");
            evening.windTo("2026-01-10T22:30:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));
            evening.windTo("2026-01-11T09:00:00Z");
            crowd(evening, 2, "bob");
            evening.windTo("2026-01-11T22:30:00Z");
            uploads.accept(evening);
            evening.enterResult(2, Map.of("eliminated", List.of("bob"), "marks", "none"));

            List<StageMessage> results = evening.channel().messages().stream()
                    .filter(message -> message.text().contains("The result of Episode 2"))
                    .toList();
            assertThat(results).hasSize(1);
            assertThat(pictured(results.get(0))).isFalse();
        }
    }

    private static void crowd(Evening evening, int episode, String outcome) {
        for (int i = 0; i < 16; i++) {
            evening.react(evening.fan("fan-%02d".formatted(i)), evening.card(episode, "elimination"), outcome);
        }
        evening.settle();
    }

    /** A busy computer may answer in text first; what it drew meanwhile is there for the next who asks. */
    private static StageMessage pictured(Supplier<StageMessage> asked) {
        return await().atMost(Duration.ofSeconds(30)).until(asked::get, PicturesTest::pictured);
    }

    private static boolean pictured(StageMessage message) {
        return gallery(message).isPresent();
    }

    private static Optional<JsonNode> gallery(StageMessage message) {
        return message.components().stream()
                .filter(part -> part.path("type").asInt() == GALLERY)
                .findFirst()
                .map(JsonNode.class::cast);
    }

    private static String turn(StageMessage message, String page) {
        return message.components().stream()
                .map(part -> part.path("custom_id").asText())
                .filter(id -> id.matches("standings:\\d+:" + page + ":.*"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertPicture(StageMessage message, String name) {
        JsonNode item = gallery(message).orElseThrow().path("items").path(0);
        assertThat(item.path("description").asText()).contains("Small Season");
        assertThat(message.file(name))
                .hasValueSatisfying(bytes -> assertThat(bytes).startsWith(PNG));
    }
}
