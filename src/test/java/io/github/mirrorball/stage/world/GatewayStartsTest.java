package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GatewayStartsTest {

    private final AtomicLong millis = new AtomicLong(1_000_000);
    private final GatewayStarts starts = new GatewayStarts();

    @Test
    void sessionsBeginFiveSecondsApart() {
        StageOptions small = options(1);

        assertThat(starts.begin(0, small)).isTrue();
        millis.addAndGet(4_999);
        assertThat(starts.begin(1, small)).isFalse();
        millis.addAndGet(5_000);
        assertThat(starts.begin(1, small)).isTrue();
        assertThat(starts.left()).isEqualTo(GatewayStarts.A_DAY - 3);
    }

    @Test
    void aLargeBotsSessionsBeginSeveralAtOnce() {
        StageOptions large = options(16);

        for (int shard = 0; shard < 16; shard++) {
            assertThat(starts.begin(shard, large)).isTrue();
        }
        assertThat(starts.begin(16, large)).isFalse();
    }

    @Test
    void withoutLimitsTheyBeginAtWill() {
        StageOptions unpaced = options(1).withLimits(false);

        assertThat(starts.begin(0, unpaced)).isTrue();
        assertThat(starts.begin(0, unpaced)).isTrue();
    }

    private StageOptions options(int concurrency) {
        return StageOptions.defaults()
                .withWire(() -> Instant.ofEpochMilli(millis.get()))
                .withLimits(true)
                .withSharding(new StageOptions.Sharding(16, concurrency));
    }
}
