package io.github.mirrorball.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long one piece of work is run again from its start: a few times where it lost a race, and for a while where the server is out of reach,
 * which is as long as a restart takes. Belongs to the thread that does the work.
 */
final class Persistence {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final int RACES = 5;
    private static final long LONGEST_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long PAUSE_MILLIS = 100;

    private final boolean evenInDoubt;
    private final long began = System.nanoTime();
    private int races;

    private Persistence(boolean evenInDoubt) {
        this.evenInDoubt = evenInDoubt;
    }

    /**
     * Runs the work until it succeeds or there is no hope; then its last failure comes out.
     *
     * @param evenInDoubt whether it may be done twice, and so is run again where the answer to its commit was lost
     */
    static <T> T with(boolean evenInDoubt, Supplier<T> work) {
        Persistence persistence = new Persistence(evenInDoubt);
        while (true) {
            try {
                return work.get();
            } catch (StoreException failed) {
                if (!persistence.mayTryAgain(failed.prospect())) {
                    throw failed;
                }
                LOG.debug("A transaction is run again from its start", failed);
            }
        }
    }

    private boolean mayTryAgain(StoreException.Prospect prospect) {
        return switch (prospect) {
            case NONE, LOSS -> false;
            case RACE_LOST -> ++races < RACES;
            case OUT_OF_REACH -> paused();
            case IN_DOUBT -> evenInDoubt && paused();
        };
    }

    /** False when it has taken too long already, or the thread is wanted elsewhere. */
    private boolean paused() {
        if (System.nanoTime() - began > LONGEST_NANOS) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
