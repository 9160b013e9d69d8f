package io.github.mirrorball.discord.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DiscordTimeTest {

    private static final Duration ON_THE_WAY = Duration.ofMillis(20);

    private Instant now = Instant.parse("2026-11-28T12:00:00.300Z");
    private final DiscordTime time = new DiscordTime(() -> now);

    @Test
    void withoutAnAnswerTheClocksAreTakenToAgree() {
        assertThat(time.ahead()).isZero();
        assertThat(time.instant()).isEqualTo(now);
    }

    @Test
    void clocksThatMayAgreeAreTakenTo() {
        for (int i = 0; i < 20; i++) {
            answer(Duration.ofMillis(10));
        }
        assertThat(time.ahead()).isZero();
    }

    @Test
    void oneAnswerTellsTheDifferenceToASecondAndMoreTellItCloser() {
        Duration ahead = Duration.ofMillis(10_250);
        answer(ahead);
        assertThat(time.ahead()).isBetween(ahead.minusMillis(600), ahead.plusMillis(600));

        for (int i = 0; i < 20; i++) {
            answer(ahead);
        }
        assertThat(time.ahead()).isBetween(ahead.minusMillis(60), ahead.plusMillis(60));
        assertThat(time.instant())
                .isBetween(now.minus(ahead).minusMillis(60), now.minus(ahead).plusMillis(60));
    }

    @Test
    void aSlowAnswerTellsNothingWrong() {
        Duration ahead = Duration.ofSeconds(-5);
        answer(ahead);
        Instant asked = now;
        Instant date = now.minus(ahead).truncatedTo(ChronoUnit.SECONDS);
        now = now.plusSeconds(8);
        time.observe(asked, date);

        assertThat(time.ahead()).isBetween(ahead.minusMillis(600), ahead.plusMillis(600));
    }

    @Test
    void aClockThatIsSetIsBelievedAtTheNextAnswer() {
        for (int i = 0; i < 20; i++) {
            answer(Duration.ofSeconds(10));
        }
        answer(Duration.ZERO);

        assertThat(time.ahead()).isZero();
    }

    /** An answer of a Discord whose clock is behind by this much; the next comes at another part of a second. */
    private void answer(Duration ahead) {
        Instant asked = now;
        now = now.plus(ON_THE_WAY);
        time.observe(asked, now.minus(ahead).truncatedTo(ChronoUnit.SECONDS));
        now = now.plusMillis(170);
    }
}
