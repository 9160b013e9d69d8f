package io.github.mirrorball.stage.world;

import java.time.Instant;
import java.time.InstantSource;

/** Unique, growing ids that carry wire time as Discord's do. Guarded by the world's lock. */
public final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private final InstantSource systemClock;
    private long last;

    Snowflakes(InstantSource systemClock) {
        this.systemClock = systemClock;
    }

    /** The shard is computed from the bits above the time shift, so every id of its own millisecond differs there. */
    public long next() {
        long now = (systemClock.millis() - EPOCH) << TIME_SHIFT;
        last = Math.max(now, last + 1);
        return last;
    }

    /** An id whose shard number moves on by one each time it is asked for, so that servers spread over shards. */
    long nextMillisecond() {
        long now = (systemClock.millis() - EPOCH) << TIME_SHIFT;
        long following = ((last >> TIME_SHIFT) + 1) << TIME_SHIFT;
        last = Math.max(now, following);
        return last;
    }

    static Instant timeOf(long id) {
        return Instant.ofEpochMilli((id >> TIME_SHIFT) + EPOCH);
    }

    static int shardOf(long serverId, int shards) {
        return (int) ((serverId >> TIME_SHIFT) % shards);
    }
}
