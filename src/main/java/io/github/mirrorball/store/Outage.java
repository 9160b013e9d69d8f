package io.github.mirrorball.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the server has been out of reach, as all transactions of a store together have found: what waits for it waits from the beginning of
 * the outage on, not each from its own, and when there is no hope, one a second tries for all. Thread-safe.
 */
final class Outage {

    /** Nothing is waited for longer. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration APART = Duration.ofSeconds(1);
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private volatile @Nullable StoreException last;
    private long began;
    private long tried;
    private long told;
    private boolean ending;

    /** Work failed because the server is out of reach. */
    synchronized void begin(StoreException failure) {
        long now = System.nanoTime();
        boolean isNew = last == null;
        if (isNew) {
            began = now;
        }
        if (isNew || now - told > TOLD_AGAIN.toNanos()) {
            LOG.warn("{} What is waiting is tried again.", failure.getMessage());
            told = now;
        }
        last = failure.certain();
        tried = now;
    }

    /** Work succeeded. */
    void endIfBegun() {
        if (last != null) {
            endNow();
        }
    }

    private synchronized void endNow() {
        if (last != null) {
            LOG.info(
                    "The database answers again, after {} s",
                    Duration.ofNanos(System.nanoTime() - began).toSeconds());
        }
        last = null;
    }

    /** Whether work may wait that would wait so long for the server to come back. */
    synchronized boolean isWorthWaiting(Duration longest) {
        return !ending && (last == null || System.nanoTime() - began < longest.toNanos());
    }

    /** Lets one try where nothing is worth waiting for any more; the others fail as it did. */
    void refuseIfHopeless() {
        if (last != null) {
            refuseUnlessNext();
        }
    }

    private synchronized void refuseUnlessNext() {
        StoreException failure = last;
        if (failure == null || isWorthWaiting(LONGEST_WAIT)) {
            return;
        }
        long now = System.nanoTime();
        if (now - tried < APART.toNanos()) {
            throw failure;
        }
        tried = now;
    }

    /** The store is to be closed: nothing is waited for any more. */
    synchronized void giveUp() {
        ending = true;
    }
}
