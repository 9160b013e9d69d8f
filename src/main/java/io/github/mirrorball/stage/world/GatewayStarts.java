package io.github.mirrorball.stage.world;

import java.util.HashMap;
import java.util.Map;

/**
 * How often sessions begin. Of the shards that leave the same rest when divided by the concurrency, one may begin in five seconds. Guarded by
 * the world's lock.
 */
public final class GatewayStarts {
    public static final int A_DAY = 1000;
    private static final long APART = 5000;

    private final Map<Integer, Long> last = new HashMap<>();
    private int begun;

    public int left() {
        return Math.max(0, A_DAY - begun);
    }

    /** Counts a session that begins. False if the one before it began too short a time ago. */
    public boolean begin(int shard, StageOptions options) {
        begun++;
        int bucket = shard % options.sharding().concurrency();
        long now = options.systemClock().millis();
        Long before = last.put(bucket, now);
        return !options.limits() || before == null || now - before >= APART;
    }
}
