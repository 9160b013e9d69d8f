package io.github.mirrorball.discord.route;

import io.github.mirrorball.ops.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what was received or begun and is not finished, so that an orderly stop and a rehearsal can wait for it. Thread-safe. */
public final class PendingWork {

    private long begun;
    private long ended;

    /** One more thing is in hand. */
    public synchronized void begin() {
        begun++;
    }

    /** One thing less. */
    public synchronized void end() {
        ended++;
        if (ended == begun) {
            notifyAll();
        }
    }

    /** How many things were ever begun; unchanged over a wait means that nothing came in meanwhile. */
    public synchronized long begun() {
        return begun;
    }

    /** Waits until nothing is in hand. */
    public synchronized void awaitNone() throws InterruptedException {
        while (ended < begun) {
            wait();
        }
    }

    /** Waits until nothing is in hand, but no longer than this. False if something still is. */
    public synchronized boolean awaitNone(Deadline end) throws InterruptedException {
        for (Duration left = end.left(); ended < begun && !left.isZero(); left = end.left()) {
            TimeUnit.NANOSECONDS.timedWait(this, left.toNanos());
        }
        return ended == begun;
    }
}
