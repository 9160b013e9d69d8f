package io.github.mirrorball.discord.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Instant START = Instant.parse("2026-01-10T12:00:00Z");

    private Instant real = START;
    private Duration set = Duration.ZERO;
    private final SteadyTime time = new SteadyTime(
            () -> real.plus(set), () -> Duration.between(START, real).toNanos());

    @Test
    void aClockThatGoesAsTimeDoesIsGoneBy() {
        for (int i = 0; i < 100; i++) {
            real = real.plusSeconds(300);
            set = set.plusMillis(20);
            assertThat(time.instant()).isEqualTo(real.plus(set));
        }
        assertThat(time.isOff()).isFalse();
    }

    @Test
    void aJumpAYearAheadAndBackChangesNothing() {
        AtomicInteger asked = new AtomicInteger();
        time.setQuestion(asked::incrementAndGet);
        set = YEAR;
        real = real.plusSeconds(30);

        assertThat(time.instant()).isEqualTo(real);
        assertThat(time.isUnsure()).isTrue();
        assertThat(asked).hasValue(1);
        time.observe(real);
        assertThat(time.isUnsure()).isFalse();
        assertThat(time.isOff()).isTrue();
        real = real.plusSeconds(3600);
        assertThat(time.instant()).isEqualTo(real);

        set = Duration.ZERO;
        assertThat(time.instant()).isEqualTo(real);
        assertThat(time.isOff()).isFalse();
    }

    @Test
    void aClockThatWasRightToJumpIsGoneByOnceDiscordSaysSo() {
        set = Duration.ofHours(8);

        assertThat(time.instant()).isEqualTo(real);
        time.observe(real.plus(set));

        assertThat(time.isOff()).isFalse();
        assertThat(time.instant()).isEqualTo(real.plus(set));
    }

    @Test
    void aClockThatWasWrongFromTheStartGivesWayToDiscords() {
        time.observe(real.minus(YEAR));

        assertThat(time.isOff()).isTrue();
        assertThat(time.isUnsure()).isFalse();
        real = real.plusSeconds(60);
        assertThat(time.instant()).isEqualTo(real.minus(YEAR));
    }

    @Test
    void aClockThatIsALittleOffIsGoneBy() {
        time.observe(real.minusSeconds(90));

        assertThat(time.isOff()).isFalse();
        assertThat(time.instant()).isEqualTo(real);
    }
}
