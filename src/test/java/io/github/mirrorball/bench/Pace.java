package io.github.mirrorball.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Does things at a steady pace, whatever becomes of them. */
final class Pace {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private Pace() {}

    /** Does so many things, so many a second. What is late is made up for at once. */
    static void keep(int perSecond, int count, IntConsumer thing) {
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long at = begun + SECOND * i / perSecond;
            for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            thing.accept(i);
        }
    }
}
