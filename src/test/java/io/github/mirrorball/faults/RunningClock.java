package io.github.mirrorball.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A show clock that runs as fast as time does, and can be set. Thread-safe. */
final class RunningClock extends Clock {

    private final Clock wire;
    private volatile Duration ahead = Duration.ZERO;

    RunningClock(Clock wire) {
        this.wire = wire;
    }

    /** It is this instant now. */
    void set(Instant now) {
        ahead = Duration.between(wire.instant(), now);
    }

    @Override
    public Instant instant() {
        return wire.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(wire, ahead).withZone(zone);
    }
}
