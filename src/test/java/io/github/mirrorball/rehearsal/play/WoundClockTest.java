package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WoundClockTest {

    private static final Instant START = Instant.parse("2024-09-17T00:00:00Z");

    private final WoundClock clock = new WoundClock(START);

    @Test
    void itGoesOnlyWhenItIsWound() {
        assertThat(clock.instant()).isEqualTo(START);
        clock.windTo(START.plusSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void itIsNeverWoundBack() {
        clock.windTo(START.plusSeconds(5));
        clock.windTo(START);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void readInAnotherZoneItIsTheSameClock() {
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.windTo(START.plusSeconds(5));

        assertThat(elsewhere.instant()).isEqualTo(START.plusSeconds(5));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void woundByManyAtOnceItStandsAtTheLatest() {
        IntStream.rangeClosed(1, 10_000).parallel().forEach(second -> clock.windTo(START.plusSeconds(second)));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10_000));
    }
}
