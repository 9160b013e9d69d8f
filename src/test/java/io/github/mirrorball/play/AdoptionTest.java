package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A message whose answer got lost is never sent twice. */
class AdoptionTest {

    private static final String LOCK = "2026-01-10T20:00:00Z";
    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final String HISTORY = "GET /channels/{channel_id}/messages";
    /** What is posted when polls open: that they do, and two cards. */
    private static final int OPENING = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aMessageWhoseAnswerWasLostIsFoundAgain() {
        try (Evening evening = opened()) {
            long before = requests(evening, POST);
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            awaitPosts(evening, HISTORY, 1);
            evening.settle();

            assertThat(locks(evening)).hasSize(1);
            assertThat(requests(evening, POST)).isEqualTo(before + 1);
        }
    }

    @Test
    void aCardThatIsFoundAgainTakesReactionsAndIsEdited() {
        try (Evening evening = imported()) {
            evening.stage().faults().failNext(OPENING, POST, Fault.status(500).takingEffect());
            evening.windTo("2026-01-09T12:00:00Z");
            awaitPosts(evening, HISTORY, OPENING);
            evening.settle();

            assertThat(evening.channel().messages())
                    .filteredOn(message -> !message.text().startsWith("### 🪩"))
                    .hasSize(2);
            evening.react(evening.fan("ada"), evening.card(1, "elimination"), "ann");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 1);
            StageMessage card = evening.message(evening.card(1, "elimination"));
            evening.windTo(LOCK);
            assertThat(card.text()).contains("Locked");
        }
    }

    @Test
    void aReactionOnACardThatIsNotYetFoundAgainCountsOnceItIs() {
        try (Evening evening = imported()) {
            evening.stage().faults().failNext(OPENING, POST, Fault.status(500).takingEffect());
            evening.windTo("2026-01-09T12:00:00Z");
            awaitPosts(evening, POST, OPENING);
            assertThat(evening.bot().cards(evening.server().id())).isEmpty();
            evening.channel().messages().forEach(card -> evening.fan("ada").react(card, "🇦"));
            awaitPosts(evening, HISTORY, OPENING);
            Awaitility.await().atMost(PATIENCE).until(() -> {
                evening.settle();
                return evening.poll(1, "elimination").picks().equals(Map.of("ann", 1));
            });
        }
    }

    @Test
    void aMessageThatNeverArrivedIsSentAgain() {
        try (Evening evening = opened()) {
            long before = requests(evening, POST);
            evening.stage().faults().failNext(1, POST, Fault.status(500));
            evening.windTo(LOCK);
            awaitPosts(evening, POST, before + 2);
            evening.settle();

            assertThat(locks(evening)).hasSize(1);
            assertThat(requests(evening, HISTORY)).isEqualTo(1);
        }
    }

    @Test
    void aRefusalThatMadeNothingIsRepeatedWithoutALook() {
        try (Evening evening = opened()) {
            long before = requests(evening, POST);
            evening.stage().faults().failNext(1, POST, Fault.tooMany(Duration.ofSeconds(1)));
            evening.windTo(LOCK);
            awaitPosts(evening, POST, before + 2);
            evening.settle();

            assertThat(locks(evening)).hasSize(1);
            assertThat(requests(evening, HISTORY)).isZero();
        }
    }

    @Test
    void aMessageThatDiscordNeverAnsweredIsNotSentTwice() {
        try (Evening evening =
                opened(new Evening(START, InstantSource.system(), ShortTimeouts.silence(Duration.ofSeconds(2))))) {
            evening.stage().faults().failNext(1, POST, Fault.silence().takingEffect());
            evening.stage().faults().failNext(1, POST, Fault.silence());
            evening.windTo(LOCK);

            assertThat(locks(evening)).hasSize(1);
        }
    }

    @Test
    void whatWasPostedJustBeforeTheEndIsFoundByTheNextStart() {
        try (Evening evening = opened()) {
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            evening.restart();
            awaitPosts(evening, HISTORY, 1);
            evening.settle();

            assertThat(locks(evening)).hasSize(1);
        }
    }

    @Test
    void whatMayStandInTheChannelThatASeasonHasLeftIsLookedForThere() {
        try (Evening evening = opened()) {
            StageChannel lobby = evening.server().channel("lobby");
            long before = requests(evening, POST);
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            evening.host().slash(evening.channel(), "season settings", Map.of("channel", lobby));
            awaitPosts(evening, HISTORY, 1);
            evening.settle();

            assertThat(locks(evening)).hasSize(1);
            assertThat(lobby.messages()).isEmpty();
            assertThat(requests(evening, POST)).isEqualTo(before + 1);
        }
    }

    @Test
    void whatMayHaveStoodInAChannelThatIsGoneIsPostedWhereTheSeasonIsNow() {
        try (Evening evening = opened()) {
            StageChannel lobby = evening.server().channel("lobby");
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            evening.host().slash(evening.channel(), "season settings", Map.of("channel", lobby));
            evening.channel().delete();

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                evening.settle();
                assertThat(lobby.messages())
                        .filteredOn(message -> message.text().contains("locked"))
                        .hasSize(1);
            });
        }
    }

    @Test
    void theLookGoesAsFarAsTheChannelHasMessages() {
        try (Evening evening = opened()) {
            for (int i = 0; i < 250; i++) {
                evening.fan("chatty").say(evening.channel(), "number " + i);
            }
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            awaitPosts(evening, HISTORY, 3);
            evening.settle();

            assertThat(locks(evening)).hasSize(1);
            assertThat(requests(evening, HISTORY)).isEqualTo(3);
        }
    }

    @Test
    void withoutTheHistoryItIsParkedAndTakenUpWhenThatIsBack() {
        try (Evening evening = opened()) {
            long before = requests(evening, POST);
            evening.server().bot().deny(evening.channel(), Permission.READ_MESSAGE_HISTORY);
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            Awaitility.await().atMost(PATIENCE).until(() -> {
                evening.settle();
                return waited(evening);
            });

            assertThat(requests(evening, HISTORY)).isZero();
            assertThat(requests(evening, POST)).isEqualTo(before + 1);

            evening.server().bot().grant(evening.channel(), Permission.READ_MESSAGE_HISTORY);
            evening.settle();
            assertThat(requests(evening, HISTORY)).isEqualTo(1);
            assertThat(locks(evening)).hasSize(1);
        }
    }

    @Test
    void aMessageThatSomebodyDeletedMeanwhileIsNotSentAgain() {
        try (Evening evening = opened()) {
            long before = requests(evening, POST);
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.windTo(LOCK);
            evening.channel().delete(evening.channel().newest());
            awaitPosts(evening, POST, before + 2);
            evening.settle();

            assertThat(locks(evening)).isEmpty();
            assertThat(requests(evening, POST)).isEqualTo(before + 2);
        }
    }

    @Test
    void aCardThatSomebodyDeletedBeforeItWasKnownIsPostedAgain() {
        try (Evening evening = opened()) {
            long before = requests(evening, POST);
            evening.stage().faults().failNext(1, POST, Fault.status(500).takingEffect());
            evening.channel().delete(evening.message(evening.card(1, "elimination")));
            evening.windTo("2026-01-10T19:50:00Z");
            awaitPosts(evening, POST, before + 1);
            evening.channel().delete(evening.channel().newest());
            awaitPosts(evening, POST, before + 3);
            evening.settle();

            evening.react(evening.fan("ada"), evening.card(1, "elimination"), "ann");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 1);
            assertThat(requests(evening, POST)).isEqualTo(before + 3);
        }
    }

    private static Evening imported() {
        return imported(new Evening(START));
    }

    private static Evening imported(Evening evening) {
        evening.importSeason(SmallSeasons.oneNight());
        return evening;
    }

    private static Evening opened() {
        return opened(new Evening(START));
    }

    private static Evening opened(Evening evening) {
        imported(evening).windTo("2026-01-10T19:30:00Z");
        return evening;
    }

    /** Past the first wait before a repeat, which is two seconds at most. */
    private static boolean waited(Evening evening) {
        return evening.stage().requests().stream()
                .filter(request -> (request.method() + " " + request.route()).equals(POST))
                .allMatch(request -> request.at().isBefore(Instant.now().minusSeconds(4)));
    }

    private static List<String> locks(Evening evening) {
        return evening.posts().stream()
                .filter(text -> text.contains("Picks are locked"))
                .toList();
    }

    private static long requests(Evening evening, String route) {
        return evening.stage().requestCounts().getOrDefault(route, 0L);
    }

    private static void awaitPosts(Evening evening, String route, long number) {
        Awaitility.await().atMost(PATIENCE).until(() -> requests(evening, route) >= number);
    }
}
