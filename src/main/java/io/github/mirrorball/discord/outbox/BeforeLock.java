package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.reactions.Gaps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Knows which polls lock so soon that their cards are looked at a last time, and which were. Not thread-safe. */
final class BeforeLock {

    /** Many polls may lock together, and each must be dealt with in time. */
    private static final Duration NEAR = Duration.ofMinutes(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Gaps gaps;
    private final Clock clock;
    private final Set<Long> counted = new HashSet<>();
    private Set<Long> near = Set.of();
    private Set<Long> uncounted = Set.of();
    private Instant next = Instant.MIN;

    /** @param clock the show clock */
    BeforeLock(Gaps gaps, Clock clock) {
        this.gaps = gaps;
        this.clock = clock;
    }

    /** Looks which polls those are, if it is time to. */
    void look() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            near = new LinkedHashSet<>(gaps.locking(now, now.plus(NEAR)));
            counted.retainAll(near);
            uncounted = new LinkedHashSet<>(near);
            uncounted.removeAll(counted);
            next = now.plus(BETWEEN_LOOKS);
        }
    }

    boolean isNear(long poll) {
        return near.contains(poll);
    }

    /** The polls that were not looked at yet, those that lock first before the others. */
    List<Long> uncounted() {
        return List.copyOf(uncounted);
    }

    /** This poll was looked at. */
    void markCounted(long poll) {
        counted.add(poll);
        uncounted.remove(poll);
    }

    /** How long until it is time to look again. */
    Duration rest() {
        return Duration.between(clock.instant(), next);
    }
}
