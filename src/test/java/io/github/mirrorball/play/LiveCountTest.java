package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCountTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(2);

    @Test
    void anOpenCardsCountsMoveButNotWithEveryVote() {
        try (Evening evening = opened(false)) {
            CardReport card = evening.card(1, "elimination");
            StageMessage message = evening.message(card);
            assertThat(message.text()).doesNotContain("so far");
            for (int i = 0; i < 30; i++) {
                evening.react(evening.fan("fan-" + i), card, i < 20 ? "ann" : "bob");
                if (i % 10 == 0) {
                    evening.settle();
                }
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(message.text())
                            .contains("30 picks so far")
                            .containsPattern("Ann.*20\\b")
                            .containsPattern("Bob.*10\\b"));
            List<Instant> edits = edits(evening);
            assertThat(edits).hasSizeBetween(1, 5);
            for (int i = 1; i < edits.size(); i++) {
                // The pace is kept where edits are sent; they arrive a little apart from that.
                assertThat(Duration.between(edits.get(i - 1), edits.get(i)))
                        .isGreaterThan(BETWEEN_EDITS.minusMillis(500));
            }
        }
    }

    /** Discord's clock is behind, so that its newest messages are an hour old for the bot. */
    @Test
    void aCardThatIsOlderThanAnHourIsEditedLessOften() {
        InstantSource hourAgo = () -> InstantSource.system().instant().minus(Duration.ofMinutes(61));
        try (Evening evening = opened(hourAgo, false)) {
            CardReport card = evening.card(1, "elimination");
            evening.react(evening.fan("one"), card, "ann");
            evening.settle();
            await().atMost(PATIENCE).until(() -> edits(evening).size() == 1);
            evening.react(evening.fan("two"), card, "ann");
            evening.settle();

            await().during(BETWEEN_EDITS.plusSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> edits(evening).size() == 1);
            assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 2);
        }
    }

    @Test
    void aSecretCardTellsTheTotalOnly() {
        try (Evening evening = opened(true)) {
            CardReport card = evening.card(1, "elimination");
            StageMessage menu =
                    evening.fan("fan").slash(evening.channel(), "pick").message();
            evening.fan("fan")
                    .choose(menu, "pick:" + card.poll() + ":all", List.of("ann"))
                    .await();
            evening.settle();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(evening.message(card).text())
                            .contains("1 pick so far", "Nobody sees the counts before the lock")
                            .doesNotContain("█"));
        }
    }

    @Test
    void inTheLastSecondsBeforeALockNoCountIsEdited() {
        try (Evening evening = opened(false)) {
            CardReport card = evening.card(1, "elimination");
            evening.windTo("2026-01-10T19:59:31Z");
            int before = edits(evening).size();
            evening.react(evening.fan("fan"), card, "ann");
            evening.settle();

            assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 1);
            assertThat(edits(evening)).hasSize(before);
        }
    }

    private static List<Instant> edits(Evening evening) {
        return evening.stage().requests().stream()
                .filter(request ->
                        request.method().equals("PATCH") && request.path().startsWith("/channels/"))
                .map(RequestRecord::at)
                .toList();
    }

    private static Evening opened(boolean secret) {
        return opened(InstantSource.system(), secret);
    }

    private static Evening opened(InstantSource discord, boolean secret) {
        Evening evening = new Evening(
                Instant.parse("2026-01-01T00:00:00Z"),
                discord,
                ShortTimeouts.edits(BETWEEN_EDITS, Timeouts.USUAL.oldEdits()));
        evening.importSeason(SmallSeasons.oneNight()
                .replace("\"episodes\"", "\"settings\": {\"secret\": " + secret + "}, \"episodes\""));
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}
