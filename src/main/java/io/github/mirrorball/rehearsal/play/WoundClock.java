package io.github.mirrorball.rehearsal.play;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A show clock that stands still until it is wound. Thread-safe. */
public final class WoundClock extends Clock {

    private final Hand hand;
    private final ZoneId zone;

    /** A clock that stands at this instant. */
    public WoundClock(Instant start) {
        this(new Hand(start), ZoneOffset.UTC);
    }

    private WoundClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** Winds the clock to this instant, but never back: an earlier instant leaves it where it stands. */
    public void windTo(Instant instant) {
        hand.moveTo(instant);
    }

    @Override
    public Instant instant() {
        return hand.at();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock read in another zone: winding either winds both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new WoundClock(hand, other);
    }

    @Override
    public String toString() {
        return "WoundClock[" + instant() + "]";
    }

    /** What clocks of several zones share. */
    private static final class Hand {

        private Instant at;

        Hand(Instant at) {
            this.at = at;
        }

        synchronized Instant at() {
            return at;
        }

        synchronized void moveTo(Instant instant) {
            if (instant.isAfter(at)) {
                at = instant;
            }
        }
    }
}
