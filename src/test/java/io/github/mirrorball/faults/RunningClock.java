package io.github.mirrorball.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A show clock that runs as fast as time does, and can be set. Thread-safe. */
final class RunningClock extends Clock {

    private final Clock systemClock;
    private volatile Duration ahead = Duration.ZERO;

    RunningClock(Clock systemClock) {
        this.systemClock = systemClock;
    }

    /** It is this instant now. */
    void set(Instant now) {
        ahead = Duration.between(systemClock.instant(), now);
    }

    @Override
    public Instant instant() {
        return systemClock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(systemClock, ahead).withZone(zone);
    }
}
