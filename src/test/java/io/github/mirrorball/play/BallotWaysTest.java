package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BallotWaysTest {

    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";

    @Test
    void aPickByButtonIsPrivateAndCanBeTakenBack() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            StageUser fan = evening.fan("fan");
            StageMessage card = evening.message(evening.card(1, "elimination"));
            StageMessage menu = fan.press(card, card.button("ballot:")).message();
            assertThat(menu.isEphemeral()).isTrue();
            StageMessage receipt =
                    fan.choose(menu, menu.select("pick:"), List.of("bob")).message();
            assertThat(receipt.text()).contains("Your pick is in: **Bob**");

            StageMessage back = fan.press(receipt, receipt.button("pick-back:")).message();
            assertThat(back.text()).contains("Your pick of **Bob** is taken back");
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
            assertThat(back.json().toString()).doesNotContain("pick-back:");
            assertThat(fan.slash(evening.channel(), "me").message().text()).contains("have not picked");
        }
    }

    @Test
    void aPickIsNotTakenBackAtTheLockAndNotTwice() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            StageUser fan = evening.fan("fan");
            StageMessage first = picked(evening, fan, "bob");
            StageMessage second = fan.slash(evening.channel(), "pick").message();
            StageMessage third = fan.slash(evening.channel(), "pick").message();
            fan.press(first, first.button("pick-back:")).await();
            assertThat(fan.press(second, second.button("pick-back:")).message().text())
                    .contains("no pick here");
            picked(evening, fan, "ann");
            evening.windQuietlyTo("2026-01-10T20:00:00Z");
            assertThat(fan.press(third, third.button("pick-back:")).message().text())
                    .contains("Too late");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
        }
    }

    @Test
    void moreThanTwentyOutcomesArePickedByMenuOnly() {
        String cast = IntStream.rangeClosed(1, 24)
                .mapToObj(i -> "{\"id\": \"c" + i + "\", \"name\": \"Contestant " + i + "\"}")
                .collect(Collectors.joining(","));
        String season =
                SmallSeasons.oneNight().replaceFirst("\"contestants\": \\[[^]]*]", "\"contestants\": [" + cast + "]");
        try (Evening evening = opened(season)) {
            CardReport card = evening.card(1, "elimination");
            assertThat(card.emoji()).hasSize(25);
            assertThat(evening.message(card).reactions()).isEmpty();
            assertThat(evening.message(card).text()).contains("Press the button");
            picked(evening, evening.fan("fan"), "c24");
            evening.react(evening.fan("eager"), card, "c1");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("c24", 1));
        }
    }

    @Test
    void aMenuFromBeforeTheCastChangedSaysWhyItIsRefused() {
        try (Evening evening = opened(SmallSeasons.twoNights())) {
            evening.windTo("2026-01-11T09:00:00Z");
            StageUser fan = evening.fan("fan");
            StageMessage menu = fan.slash(evening.channel(), "pick").message();
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));
            String pick = "pick:" + evening.card(2, "elimination").poll() + ":all";
            assertThat(fan.choose(menu, pick, List.of("ann")).message().text()).contains("the cast has changed");
        }
    }

    @Test
    void aButtonOfACanceledPollSaysSo() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            StageUser fan = evening.fan("fan");
            CardReport card = evening.card(1, "elimination");
            StageMessage first = picked(evening, fan, "bob");
            StageMessage ask = evening.host()
                    .slash(evening.channel(), "poll cancel", Map.of("poll", Long.toString(card.poll())))
                    .message();
            evening.host().press(ask, ask.button("poll-cancel:")).await();
            assertThat(fan.choose(first, first.select("pick:"), List.of("ann"))
                            .message()
                            .text())
                    .contains("was canceled");
        }
    }

    @Test
    void theMenuOfACardEntersItsEpisodesResultAndTellsWhy() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            StageUser fan = evening.fan("fan");
            StageMessage card = evening.message(evening.card(1, "elimination"));
            picked(evening, fan, "cyd");
            assertThat(fan.menu(card, "Why these points").message().text()).contains("Your pick: **Cyd**");
            evening.windTo("2026-01-10T22:00:00Z");
            assertThat(fan.menu(card, "Why these points").message().text()).contains("waiting for the result");

            StageMessage preview = evening.host()
                    .submit(
                            evening.host().menu(card, "Enter result").form(),
                            Map.of("eliminated", List.of("cyd"), "marks", MARKS))
                    .message();
            evening.host().press(preview, preview.button("result-confirm:")).await();
            evening.settle();

            StageMessage why = fan.menu(card, "Why these points").message();
            assertThat(why.isEphemeral()).isTrue();
            assertThat(why.text()).contains("Right: **Cyd**", "right: 10 = **10 points**");
            assertThat(evening.fan("other")
                            .menu(card, "Why these points")
                            .message()
                            .text())
                    .contains("You did not pick here");
            StageMessage chatter = fan.say(evening.channel(), "hello");
            assertThat(fan.menu(chatter, "Why these points").message().text()).contains("no poll's card");
            assertThat(evening.host().menu(chatter, "Enter result").message().text())
                    .contains("no poll's card");
        }
    }

    private static StageMessage picked(Evening evening, StageUser fan, String outcome) {
        StageMessage menu = fan.slash(evening.channel(), "pick").message();
        return fan.choose(menu, "pick:" + evening.card(1, "elimination").poll() + ":all", List.of(outcome))
                .message();
    }

    private static Evening opened(String season) {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(season);
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}
