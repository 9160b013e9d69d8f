package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReactionBallotTest {

    private static final int TIMES = 200;

    @Test
    void aFanWhoGoesFromOneToAnotherAndBackEndsWhereTheyWent() {
        try (Evening evening = opened(true)) {
            goBackAndForth(evening);

            CardReport card = evening.card(1, "elimination");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", TIMES));
            Set<Long> other = evening.message(card).reactions().get(card.emoji().get("bob"));
            assertThat(other).as("only the bot's own seed stands").hasSize(1);
        }
    }

    @Test
    void aFanWhoGoesBackAndForthEndsWhereTheyWentAlsoWithoutManageMessages() {
        try (Evening evening = opened(false)) {
            goBackAndForth(evening);

            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", TIMES));
        }
    }

    private static void goBackAndForth(Evening evening) {
        CardReport card = evening.card(1, "elimination");
        StageMessage message = evening.message(card);
        String ann = card.emoji().get("ann");
        String bob = card.emoji().get("bob");
        List<StageUser> fans = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            fans.add(evening.fan("fan-" + i));
        }
        for (StageUser fan : fans) {
            fan.react(message, ann);
            fan.react(message, bob);
            fan.unreact(message, ann);
            fan.react(message, ann);
        }
        evening.settle();
    }

    @Test
    void aFanIsCalledAsTheyAreInTheServer() {
        try (Evening evening = opened(true)) {
            StageUser fan = evening.fan("Fay");
            fan.setNickname("Disco Queen");
            evening.react(fan, evening.card(1, "elimination"), "ann");
            evening.settle();
            evening.windTo("2026-01-10T23:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));

            assertThat(evening.report().standings())
                    .singleElement()
                    .satisfies(row -> assertThat(row.fan()).isEqualTo("Disco Queen"));
        }
    }

    @Test
    void takingTheReactionBackTakesThePickBack() {
        try (Evening evening = opened(true)) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            evening.unreact(fan, card, "ann");
            evening.settle();

            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    @Test
    void aMenuPickMadeAfterAReactionSurvivesARestartAndTheReactionsEnd() {
        try (Evening evening = opened(true)) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            StageMessage menu = fan.slash(evening.channel(), "pick").message();
            fan.choose(menu, "pick:" + card.poll() + ":all", List.of("bob")).await();

            evening.restart();
            evening.unreact(fan, card, "ann");
            evening.settle();

            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1));
        }
    }

    @Test
    void strangeReactionsAndThoseOfTheBotItselfAreNoPicks() {
        try (Evening evening = opened(true)) {
            CardReport card = evening.card(1, "elimination");
            evening.fan("fan").react(evening.message(card), "🍕");
            evening.settle();

            assertThat(evening.message(card).reactions())
                    .containsKey("🍕")
                    .containsKey(card.emoji().get("none"));
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    private static Evening opened(boolean manageMessages) {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        if (!manageMessages) {
            evening.server().bot().deny(Permission.MANAGE_MESSAGES);
        }
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}
