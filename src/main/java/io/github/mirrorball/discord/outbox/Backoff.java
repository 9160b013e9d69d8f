package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.route.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How long to leave alone what failed: ever longer, a minute at most. Not thread-safe. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final Duration first;
    private final InstantSource systemClock;
    private final Map<Long, Wait> waits = new HashMap<>();

    Backoff(Timeouts timeouts, InstantSource systemClock) {
        this.first = timeouts.retry();
        this.systemClock = systemClock;
    }

    private record Wait(int failures, Instant until) {}

    /** Whether this may be tried now. */
    boolean allows(long id) {
        Wait wait = waits.get(id);
        return wait == null || !systemClock.instant().isBefore(wait.until());
    }

    void recordFailure(long id) {
        Wait before = waits.getOrDefault(id, new Wait(0, Instant.MIN));
        Duration wait = first.multipliedBy(1L << Math.min(before.failures(), DOUBLINGS));
        waits.put(
                id,
                new Wait(
                        before.failures() + 1,
                        systemClock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
    }

    void recordSuccess(long id) {
        waits.remove(id);
    }

    /** Whatever failed may be tried again now. */
    void forget() {
        waits.clear();
    }

    /** How long until the next thing may be tried again. */
    Duration rest() {
        Instant now = systemClock.instant();
        return waits.values().stream()
                .map(wait -> Duration.between(now, wait.until()))
                .filter(wait -> !wait.isNegative())
                .min(Duration::compareTo)
                .orElse(RestWindow.AT_LENGTH.rest());
    }
}
