package io.github.mirrorball.discord.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final int SECOND = 1000;
    private static final int PER_SECOND = 43;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60})
    void everySecondLeavesRoomForWhatArrivesLateHoweverLongNothingWasSent(int seconds) {
        Pace pace = new Pace(PER_SECOND, 0);

        assertThat(taken(pace, seconds * SECOND)).isBetween(PER_SECOND, 46);
    }

    @Test
    void overAMinuteItIsAsManyASecondAsWasSaid() {
        Pace pace = new Pace(PER_SECOND, 0);
        int taken = 0;
        for (int second = 0; second < 60; second++) {
            taken += taken(pace, second * SECOND);
        }

        assertThat(taken).isBetween(PER_SECOND * 60 - 1, PER_SECOND * 60 + 5);
    }

    @Test
    void evenOneASecondCanBeSavedUp() {
        assertThat(new Pace(1, 0).take(0)).isTrue();
    }

    /** How many are taken in a second from this millisecond on by somebody who wants all they can get. */
    private static int taken(Pace pace, int from) {
        int taken = 0;
        for (int milli = from; milli < from + SECOND; milli++) {
            while (pace.take(milli * MILLI)) {
                taken++;
            }
        }
        return taken;
    }
}
