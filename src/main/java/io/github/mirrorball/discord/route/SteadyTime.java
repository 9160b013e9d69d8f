package io.github.mirrorball.discord.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This computer's clock while it goes as time does. When it jumps, time goes on steadily from where it was, so that nothing is locked or
 * deleted because somebody set a clock, until an answer of Discord's tells which of the two is right. A clock that is far from Discord's is
 * not gone by, and is again once it is set right. Thread-safe.
 */
public final class SteadyTime implements InstantSource {

    /** Clocks that are off by less are not taken to have jumped; what they are off by is told by {@link DiscordTime}. */
    private static final Duration LEAST_JUMP = Duration.ofMinutes(2);

    /** A clock that is wrong by more has not just been set badly. */
    private static final Duration FAR = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(SteadyTime.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final InstantSource system;
    private final LongSupplier nanos;
    private volatile Runnable ask = () -> {};
    private Instant anchor;
    private long anchored;
    private boolean isOff;
    private boolean isUnsure;
    private long asked;

    /**
     * @param system this computer's clock
     * @param nanos the time since whenever, in nanoseconds, which nobody can set
     */
    public SteadyTime(InstantSource system, LongSupplier nanos) {
        this.system = system;
        this.nanos = nanos;
        this.anchor = system.instant();
        this.anchored = nanos.getAsLong();
        this.asked = anchored;
    }

    /** @param question has Discord asked for anything at all, since its answers hold the time; returns at once, and may be run often */
    public void setQuestion(Runnable question) {
        ask = question;
    }

    @Override
    public Instant instant() {
        boolean isToBeAsked;
        Instant now;
        synchronized (this) {
            now = steady();
            isToBeAsked = isUnsure && nanos.getAsLong() - asked > BETWEEN_QUESTIONS.toNanos();
            asked = isToBeAsked ? nanos.getAsLong() : asked;
        }
        if (isToBeAsked) {
            ask.run();
        }
        return now;
    }

    private Instant steady() {
        long nano = nanos.getAsLong();
        Instant now = system.instant();
        Instant expected = anchor.plusNanos(nano - anchored);
        if (apart(now, expected).compareTo(LEAST_JUMP) < 0) {
            if (isOff) {
                LOG.info("This computer's clock is right again");
            }
            setAnchor(now, nano, false);
            return now;
        }
        if (!isOff) {
            LOG.warn(
                    "This computer's clock jumped from {} to {}. Until Discord tells which is right, time goes on from where it was, and"
                            + " nothing is done because of the jump",
                    expected,
                    now);
            isOff = true;
            isUnsure = true;
            asked = nano - 2 * BETWEEN_QUESTIONS.toNanos();
        }
        return expected;
    }

    private void setAnchor(Instant at, long nano, boolean off) {
        anchor = at;
        anchored = nano;
        isOff = off;
        isUnsure = false;
    }

    /** Discord answered, and this is its time. */
    public synchronized void observe(Instant date) {
        Instant expected = steady();
        Instant now = system.instant();
        boolean isComputerCloser = apart(now, date).compareTo(apart(expected, date)) <= 0;
        Instant closer = isComputerCloser ? now : expected;
        if (apart(closer, date).compareTo(FAR) > 0) {
            LOG.warn(
                    "This computer's clock says {}, and Discord's {}: polls go by Discord's until it is set right",
                    now,
                    date);
            setAnchor(date, nanos.getAsLong(), true);
        } else if (isOff && isComputerCloser) {
            LOG.info("This computer's clock is right by Discord's, and is gone by again");
            setAnchor(now, nanos.getAsLong(), false);
        } else {
            isUnsure = false;
        }
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** Whether this computer's clock is not gone by. */
    public synchronized boolean isOff() {
        steady();
        return isOff;
    }

    /** Whether it is not known yet which time is right, so that nothing may be done that cannot be undone. */
    public synchronized boolean isUnsure() {
        steady();
        return isUnsure;
    }

    /** The same as a clock, in UTC. */
    public Clock clock() {
        return withZone(ZoneOffset.UTC);
    }
}
