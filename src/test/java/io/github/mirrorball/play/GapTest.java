package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Votes that nobody told the bot of are found on the cards before the lock. */
class GapTest {

    private static final String PAGES = "GET /channels/{channel_id}/messages/{message_id}/reactions";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void votesThatWereCastChangedAndTakenBackWhileASessionWasLostCountAsIfTheyHadBeenSeen() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser stays = evening.fan("stays");
            StageUser changes = evening.fan("changes");
            StageUser leaves = evening.fan("leaves");
            StageUser comes = evening.fan("comes");
            List.of(stays, changes, leaves).forEach(fan -> evening.react(fan, card, "ann"));
            evening.settle();

            loseSession(evening, () -> {
                evening.unreact(changes, card, "ann");
                evening.react(changes, card, "bob");
                evening.unreact(leaves, card, "ann");
                comes.reactSuper(evening.message(card), card.emoji().get("cyd"));
            });

            awaitPicks(evening, Map.of("ann", 1, "bob", 1, "cyd", 1));
        }
    }

    @Test
    void whatHappensWhileACardIsListedIsKnownBetterThanItsPages() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser changes = evening.fan("changes");
            StageUser leaves = evening.fan("leaves");
            List.of(changes, leaves).forEach(fan -> evening.react(fan, card, "ann"));
            evening.settle();
            evening.stage().faults().failEvery(1, PAGES, Fault.slow(Duration.ofSeconds(1)));
            loseSession(evening, () -> evening.react(evening.fan("unseen"), card, "cyd"));
            await().atMost(PATIENCE).until(() -> gets(evening, card) > 0);

            evening.unreact(leaves, card, "ann");
            evening.react(changes, card, "bob");
            evening.react(evening.fan("comes"), card, "dee");

            awaitPicks(evening, Map.of("bob", 1, "cyd", 1, "dee", 1));
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1, "cyd", 1, "dee", 1));
        }
    }

    @Test
    void moreReactionsThanOnePageHoldsAreAllFoundAfterAStop() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.bot().close();
            for (int i = 0; i < 230; i++) {
                evening.react(evening.fan("fan-" + i), card, "dee");
            }
            evening.restart();

            awaitPicks(evening, Map.of("dee", 230));
        }
    }

    @Test
    void whatAFanPickedSinceIsNotOverriddenAndOneOfSeveralCountsForNothing() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser torn = evening.fan("torn");
            evening.bot().close();
            evening.react(torn, card, "ann");
            evening.react(torn, card, "bob");
            evening.restart();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(evening, torn)).contains("cannot tell"));
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();

            evening.react(torn, card, "cyd");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("cyd", 1));
            assertThat(told(evening, torn)).doesNotContain("cannot tell");
        }
    }

    @Test
    void ofSeveralUnseenReactionsTheCurrentPickStays() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            choose(evening, fan, card, "bob");
            evening.bot().close();
            evening.react(fan, card, "ann");
            evening.react(fan, card, "bob");
            evening.restart();
            await().atMost(PATIENCE)
                    .until(() -> evening.stage().requestCounts().keySet().stream()
                            .anyMatch(route -> route.startsWith("GET") && route.endsWith("/reactions/{emoji_name}")));
            evening.settle();

            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1));
        }
    }

    @Test
    void aServersOutageIsAGap() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.server().beginOutage();
            evening.settle();
            evening.react(evening.fan("fan"), card, "bob");
            evening.server().endOutage();

            awaitPicks(evening, Map.of("bob", 1));
        }
    }

    @Test
    void aPermissionThatIsTakenAndGivenBackIsAGap() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.server().bot().deny(evening.channel(), Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);
            evening.settle();
            evening.react(evening.fan("fan"), card, "bob");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
            evening.server().bot().grant(evening.channel(), Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

            awaitPicks(evening, Map.of("bob", 1));
        }
    }

    @Test
    void anErasedFanDoesNotComeBackByAListing() {
        try (Evening evening = opened()) {
            evening.server().bot().deny(Permission.MANAGE_MESSAGES);
            evening.settle();
            CardReport card = evening.card(1, "elimination");
            StageUser gone = evening.fan("gone");
            evening.react(gone, card, "ann");
            evening.react(evening.fan("other"), card, "ann");
            evening.settle();
            StageMessage asked = gone.slash(evening.channel(), "privacy erase").message();
            gone.press(asked, asked.button("privacy-erase")).await();
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));

            evening.restart();
            evening.react(evening.fan("third"), card, "bob");
            evening.settle();

            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1, "bob", 1));
        }
    }

    @Test
    void aPickThatWasTakenBackByButtonStaysTakenBack() {
        try (Evening evening = opened()) {
            evening.server().bot().deny(Permission.MANAGE_MESSAGES);
            evening.settle();
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            StageMessage menu = fan.slash(evening.channel(), "pick").message();
            fan.press(menu, menu.button("pick-back:" + card.poll())).await();
            evening.restart();

            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    @Test
    void takingAPickBackByButtonTakesTheReactionAwayToo() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            StageMessage menu = fan.slash(evening.channel(), "pick").message();
            fan.press(menu, menu.button("pick-back:" + card.poll())).await();
            evening.settle();

            assertThat(evening.message(card).reactions().get(card.emoji().get("ann")))
                    .as("only the bot's own seed stands")
                    .hasSize(1);
        }
    }

    @Test
    void aModeratorWhoClearsACardTakesNobodysPick() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            evening.host().clearReactions(evening.message(card));
            evening.restart();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));

            evening.bot().close();
            evening.react(fan, card, "bob");
            evening.restart();
            awaitPicks(evening, Map.of("bob", 1));
        }
    }

    @Test
    void whatAModeratorClearsFromAnOpenCardIsSeededAgain() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageMessage message = evening.message(card);
            Set<String> seeds = message.reactions().keySet();
            String ann = card.emoji().get("ann");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();

            evening.host().clearReactions(message);
            evening.settle();
            assertThat(message.reactions().keySet()).isEqualTo(seeds);
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));

            evening.host().clearReactions(message, ann);
            evening.settle();
            assertThat(message.reactions().get(ann)).hasSize(1);

            evening.windTo("2026-01-10T20:00:00Z");
            evening.host().clearReactions(message);
            evening.settle();
            assertThat(message.reactions()).isEmpty();
        }
    }

    @Test
    void whoeverWasAwayAcrossALockSaysSo() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageMessage message = evening.message(card);
            evening.bot().close();
            evening.react(evening.fan("late"), card, "ann");
            evening.windQuietlyTo("2026-01-10T20:02:00Z");
            evening.restart();

            assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
            assertThat(message.text()).contains("reactions from then may be missing");
            assertThat(evening.channel().newest().text()).contains("reactions from then may be missing");
        }
    }

    @Test
    void aLostConnectionAcrossALockIsSaidOnTheCard() {
        try (Evening evening = opened()) {
            StageMessage message = evening.message(evening.card(1, "elimination"));
            evening.stage().faults().setAway();
            await().atMost(PATIENCE).until(() -> evening.stage().sessions() == 0);
            awaitDisconnect(evening);
            evening.windQuietlyTo("2026-01-10T20:02:00Z");
            evening.bot().wake();
            await().atMost(PATIENCE)
                    .until(() -> evening.poll(1, "elimination").state().equals("locked"));
            evening.stage().faults().setBack();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(message.text()).contains("reactions from then may be missing"));
        }
    }

    @Test
    void aConnectionThatIsBackBeforeTheLockLeavesNothingToSay() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageMessage message = evening.message(card);
            evening.stage().faults().dropSockets();
            evening.react(evening.fan("fan"), card, "ann");
            awaitPicks(evening, Map.of("ann", 1));
            evening.settle();
            evening.windTo("2026-01-10T20:00:00Z");

            assertThat(message.text()).contains("Locked").doesNotContain("may be missing");
        }
    }

    @Test
    void beforeTheLockACardThatIsGoneIsPostedAgain() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.react(evening.fan("fan"), card, "ann");
            evening.settle();
            evening.channel().delete(evening.message(card));
            evening.windTo("2026-01-10T19:50:00Z");

            await().atMost(PATIENCE).until(() -> evening.card(1, "elimination").message() != card.message());
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
        }
    }

    @Test
    void beforeTheLockACardWithoutAKnownGapIsCountedOnce() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.react(evening.fan("fan"), card, "ann");
            evening.settle();
            long before = gets(evening, card);
            evening.windTo("2026-01-10T19:44:00Z");
            assertThat(gets(evening, card)).isEqualTo(before);
            evening.windTo("2026-01-10T19:46:00Z");
            evening.windTo("2026-01-10T19:50:00Z");

            assertThat(gets(evening, card)).isEqualTo(before + 1);
        }
    }

    @Test
    void aPollThatIsReopenedCountsWhatWasReactedWhileItWasLocked() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            String poll = Long.toString(card.poll());
            evening.host()
                    .slash(evening.channel(), "poll lock", Map.of("poll", poll))
                    .await();
            evening.settle();
            evening.react(evening.fan("fan"), card, "bob");
            evening.settle();
            evening.host()
                    .slash(evening.channel(), "poll reopen", Map.of("poll", poll, "lock", "2026-01-10T19:00"))
                    .await();

            awaitPicks(evening, Map.of("bob", 1));
        }
    }

    @Test
    void aDiscordThatFailsNowAndThenChangesNothingInTheEnd() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.bot().close();
            for (int i = 0; i < 120; i++) {
                evening.react(evening.fan("fan-" + i), card, i % 2 == 0 ? "ann" : "bob");
            }
            evening.stage().faults().failNext(2, "GET /channels", Fault.status(500));
            evening.stage().faults().failNext(1, "GET /channels", Fault.status(503));
            evening.stage().faults().failEvery(10, Fault.tooMany(Duration.ofSeconds(1)));
            evening.restart();

            awaitPicks(evening, Map.of("ann", 60, "bob", 60));
            evening.stage().faults().clear();
        }
    }

    @Test
    void anAnswerThatNeverComesIsAskedForAgain() {
        try (Evening evening =
                opened(new Evening(START, InstantSource.system(), ShortTimeouts.silence(Duration.ofSeconds(2))))) {
            CardReport card = evening.card(1, "elimination");
            evening.bot().close();
            evening.react(evening.fan("fan"), card, "ann");
            evening.stage().faults().failNext(1, "GET /channels", Fault.silence());
            evening.restart();

            awaitPicks(evening, Map.of("ann", 1));
        }
    }

    private static long gets(Evening evening, CardReport card) {
        return evening.stage().requests().stream()
                .filter(request -> request.method().equals("GET"))
                .map(RequestRecord::path)
                .filter(path -> path.endsWith("/messages/" + card.message()))
                .count();
    }

    private static void loseSession(Evening evening, Runnable meanwhile) {
        evening.stage().faults().refuseResume();
        evening.stage().faults().setAway();
        await().atMost(PATIENCE).until(() -> evening.stage().sessions() == 0);
        meanwhile.run();
        evening.stage().faults().setBack();
    }

    /** The bot notices a moment after the stage does. */
    private static void awaitDisconnect(Evening evening) {
        await().atMost(PATIENCE).until(() -> !evening.bot().isConnected());
        evening.settleVotes();
    }

    private static void awaitPicks(Evening evening, Map<String, Integer> picks) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(evening.poll(1, "elimination").picks()).isEqualTo(picks));
    }

    private static void choose(Evening evening, StageUser fan, CardReport card, String outcome) {
        StageMessage menu = fan.slash(evening.channel(), "pick").message();
        fan.choose(menu, "pick:" + card.poll() + ":all", List.of(outcome)).await();
    }

    private static String told(Evening evening, StageUser fan) {
        return fan.slash(evening.channel(), "me").message().text();
    }

    private static Evening opened() {
        return opened(new Evening(START));
    }

    private static Evening opened(Evening evening) {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}
