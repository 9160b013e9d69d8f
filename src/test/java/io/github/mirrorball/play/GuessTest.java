package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuessTest {

    private static final String ASK = "score:ann";

    @Test
    void pointsFallByTwoForEachPointThatAGuessIsOff() {
        try (Evening evening = opened()) {
            guess(evening, "exact", "27.5");
            guess(evening, "half-off", "28");
            guess(evening, "fine", "27,2345");
            guess(evening, "five-off", "22.5");
            guess(evening, "far", "900");
            assertThat(evening.poll(1, ASK).picks()).containsEntry("27.2345", 1).containsEntry("900", 1);

            StageMessage card = evening.message(evening.card(1, ASK));
            evening.windTo("2026-01-10T22:00:00Z");
            assertThat(card.text()).contains("5 picks", "**27.2345** · 1");
            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", "Ann: 9 9 9.5\nBob: 7 7 7"));

            assertThat(card.text()).contains("Right: **27.5**", "1 of 5 picks called it");
            assertThat(evening.posts()).anyMatch(post -> post.contains("1 of 5 picks called it · exact"));
            assertThat(evening.report().standings())
                    .extracting(row -> row.rank() + " " + row.fan() + " " + row.points() + " " + row.correct())
                    .containsExactly("1 exact 10 1", "2 fine 9.47 0", "3 half-off 9 0", "4 far 0 0", "4 five-off 0 0");
        }
    }

    @Test
    void aGuessIsKeptChangedAndTakenBackInPrivate() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, ASK);
            assertThat(evening.message(card).reactions()).isEmpty();
            StageMessage receipt = guess(evening, "fan", "27.50");
            assertThat(receipt.isEphemeral()).isTrue();
            assertThat(receipt.text()).contains("Your pick is in: **27.5**");

            StageUser fan = evening.fan("fan");
            StageForm again = fan.press(receipt, receipt.button("guess:")).form();
            assertThat(again.field("total").values()).containsExactly("27.5");
            StageMessage refused = fan.submit(again, Map.of("total", "a lot")).message();
            assertThat(refused.text()).contains("cannot read \"a lot\"");
            assertThat(evening.poll(1, ASK).picks()).isEqualTo(Map.of("27.5", 1));

            String back =
                    fan.press(receipt, receipt.button("pick-back:")).message().text();
            assertThat(back).contains("is taken back", "You have not picked yet");
            assertThat(evening.poll(1, ASK).picks()).isEmpty();
            assertThat(fan.slash(evening.channel(), "pick").message().button("guess:"))
                    .isEqualTo("guess:" + card.poll());
        }
    }

    @Test
    void aGuessAtTheLockIsTooLate() {
        try (Evening evening = opened()) {
            StageUser fan = evening.fan("fan");
            StageMessage card = evening.message(evening.card(1, ASK));
            StageForm early = fan.press(card, card.button("guess:")).form();
            StageForm late = fan.press(card, card.button("guess:")).form();
            evening.windQuietlyTo("2026-01-10T19:59:59.999Z");
            assertThat(fan.submit(early, Map.of("total", "20")).message().text())
                    .contains("Your pick is in");
            evening.windQuietlyTo("2026-01-10T20:00:00Z");
            assertThat(fan.submit(late, Map.of("total", "21")).message().text()).contains("Too late");
            assertThat(evening.poll(1, ASK).picks()).isEqualTo(Map.of("20", 1));
        }
    }

    @Test
    void aHostAsksForATotalByHand() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight());
            Map<String, Object> options = Map.of("ask", "score", "contestant", "bob", "worth", 20, "secret", true);
            StageMessage preview = evening.host()
                    .slash(evening.channel(), "poll open", options)
                    .message();
            assertThat(preview.isEphemeral()).isTrue();
            assertThat(preview.text()).contains("total of Bob", "worth 20 points", "secret ballot");
            StageMessage another = evening.host()
                    .slash(evening.channel(), "poll open", options)
                    .message();
            assertThat(evening.host()
                            .press(preview, preview.button("ask:"))
                            .message()
                            .text())
                    .contains("is open");
            evening.settle();
            assertThat(evening.card(1, "score:bob")).isNotNull();
            assertThat(evening.host()
                            .press(another, another.button("ask:"))
                            .message()
                            .text())
                    .contains("asked already");
            assertThat(evening.host()
                            .slash(evening.channel(), "poll open", Map.of("ask", "score"))
                            .message()
                            .text())
                    .contains("whose total");
        }
    }

    private static StageMessage guess(Evening evening, String name, String total) {
        StageUser fan = evening.fan(name);
        StageMessage card = evening.message(evening.card(1, ASK));
        StageForm form = fan.press(card, card.button("guess:")).form();
        return fan.submit(form, Map.of("total", total)).message();
    }

    private static Evening opened() {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.season("""
                {"number": 1, "title": "Night 1", "airsAt": "2026-01-10T20:00",
                 "asks": ["elimination", {"ask": "score", "contestant": "ann"}]}"""));
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}
