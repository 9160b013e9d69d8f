package io.github.mirrorball.discord.route;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time it is at Discord, as far as its answers tell. Their dates hold whole seconds only, and answers take their time, so each gives a
 * span in which the difference to this computer's clock lies; all of them together give a narrow one. Where the clocks may agree, they are
 * taken to. Thread-safe.
 */
public final class DiscordTime implements InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(DiscordTime.class);
    private static final Duration DATES_UNIT = Duration.ofSeconds(1);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final InstantSource systemClock;
    private Duration least = Duration.ZERO;
    private Duration most = Duration.ZERO;
    private boolean known;
    private boolean told;

    /** @param systemClock this computer's clock */
    public DiscordTime(InstantSource systemClock) {
        this.systemClock = systemClock;
    }

    /**
     * Discord answered.
     *
     * @param asked before the request was sent, by this computer's clock
     * @param date Discord's own, cut to seconds
     */
    public void observe(Instant asked, Instant date) {
        Duration above = Duration.between(date.plus(DATES_UNIT), asked);
        Duration below = Duration.between(date, systemClock.instant());
        keep(above, below);
        Duration ahead = ahead();
        if (ahead.abs().compareTo(WORTH_TELLING) >= 0 && isToBeTold()) {
            LOG.warn(
                    "This computer's clock is {} s {} Discord's: polls lock by it. Set it right",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of");
        }
    }

    /** Spans that do not meet mean that one of the clocks was set. */
    private synchronized void keep(Duration above, Duration below) {
        Duration higher = known && least.compareTo(above) > 0 ? least : above;
        Duration lower = known && most.compareTo(below) < 0 ? most : below;
        boolean meet = higher.compareTo(lower) <= 0;
        least = meet ? higher : above;
        most = meet ? lower : below;
        known = true;
    }

    private synchronized boolean isToBeTold() {
        boolean first = !told;
        told = true;
        return first;
    }

    /** How far this computer's clock is ahead of Discord's; negative if it is behind. */
    public synchronized Duration ahead() {
        boolean mayAgree = least.compareTo(Duration.ZERO) <= 0 && !most.isNegative();
        return mayAgree ? Duration.ZERO : least.plus(most).dividedBy(2);
    }

    @Override
    public Instant instant() {
        return systemClock.instant().minus(ahead());
    }
}
