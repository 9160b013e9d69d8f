package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.stage.world.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Discord refuses to take and takes a little later, with nobody having changed anything. */
class RefusalTest {

    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final String LOCK = "2026-01-10T20:00:00Z";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** 40333: the network's own guard; 40004: sending is off for a while; 40006: a feature is off for a while. */
    static Stream<Fault> passing() {
        return Stream.of(
                Fault.refusal(403, 40333), Fault.refusal(403, 40004), Fault.refusal(400, 40006), Fault.page(403));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aRefusalThatPassesDelaysAPostAndNoMore(Fault refusal) {
        try (Evening evening =
                opened(new Evening(START, InstantSource.system(), ShortTimeouts.retry(Duration.ofMillis(200))))) {
            evening.stage().faults().failNext(2, POST, refusal);
            evening.windTo(LOCK);

            awaitLock(evening);
            assertThat(evening.host()
                            .slash(evening.channel(), "doctor")
                            .message()
                            .text())
                    .contains("All is well");
        }
    }

    /** Beginning anew after each refusal would never come to the end of a card where more reactions go on it than are taken in a row. */
    @Test
    void reactionsGoOnWhereTheyWereRefused() {
        try (Evening evening =
                new Evening(START, InstantSource.system(), ShortTimeouts.retry(Duration.ofMillis(100)))) {
            evening.stage().faults().failEvery(4, "PUT /channels", Fault.refusal(403, 40333));
            opened(evening);
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                evening.settle();
                assertThat(evening.message(evening.card(1, "elimination")).reactions())
                        .hasSize(5);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void whatWaitsForSomebodyIsTriedAgainAfterAWhile(Fault refusal) {
        try (Evening evening =
                opened(new Evening(START, InstantSource.system(), ShortTimeouts.parked(Duration.ofSeconds(1))))) {
            evening.stage().faults().failNext(1, POST, refusal);
            evening.windTo(LOCK);
            awaitLock(evening);
        }
    }

    /** 50001: no access; 50013: a permission is missing; 50035: the message is not well formed. */
    static Stream<Fault> waiting() {
        return Stream.of(Fault.refusal(403, 50001), Fault.refusal(403, 50013), Fault.refusal(400, 50035));
    }

    @Test
    void whatWaitsForSomebodyIsTriedAgainWhenTheConnectionIsBack() {
        try (Evening evening = opened(new Evening(START))) {
            evening.stage().faults().failNext(1, POST, Fault.refusal(403, 50013));
            evening.windTo(LOCK);
            assertThat(locks(evening)).isEmpty();

            evening.stage().faults().dropSockets();
            awaitLock(evening);
        }
    }

    private static void awaitLock(Evening evening) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            evening.settle();
            assertThat(locks(evening)).hasSize(1);
        });
    }

    private static List<String> locks(Evening evening) {
        return evening.posts().stream()
                .filter(text -> text.contains("Picks are locked"))
                .toList();
    }

    private static Evening opened(Evening evening) {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-10T19:30:00Z");
        return evening;
    }
}
