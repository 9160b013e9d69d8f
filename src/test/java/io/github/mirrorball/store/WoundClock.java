package io.github.mirrorball.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test winds it. */
final class WoundClock extends Clock {

    private final AtomicReference<Instant> now;

    WoundClock(String now) {
        this.now = new AtomicReference<>(Instant.parse(now));
    }

    void set(Instant instant) {
        now.set(instant);
    }

    void wind(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
