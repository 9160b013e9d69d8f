package io.github.mirrorball.store;

import io.github.mirrorball.ops.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long one piece of work is run again from its start: a few times where it lost a race, and for a while where the server is out of
 * reach. Belongs to the thread that does the work.
 */
final class RetryPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);
    private static final int RACES = 5;

    /** As long as a restart takes. */
    private static final Duration USUAL = Duration.ofSeconds(20);

    /** Whoever voted shall not have to do it again; Discord takes an answer for 15 minutes. */
    private static final Duration OF_VOTES = Outage.LONGEST_WAIT;

    private static final long PAUSE_MILLIS = 100;

    private final boolean vote;
    private final Outage outage;
    private final Deadline end;
    private int races;

    private RetryPolicy(boolean vote, Outage outage) {
        this.vote = vote;
        this.outage = outage;
        this.end = Deadline.in(longest());
    }

    private Duration longest() {
        return vote ? OF_VOTES : USUAL;
    }

    /** Runs work until it succeeds or there is no hope; then its last failure comes out. */
    static <T> T with(Outage outage, Supplier<T> work) {
        return new RetryPolicy(false, outage).tryOnce(work);
    }

    /** The same for votes, which are waited for longer, and may be done twice: they are also run again where the answer to a commit was lost. */
    static <T> T withVotes(Outage outage, Supplier<T> votes) {
        return new RetryPolicy(true, outage).tryOnce(votes);
    }

    private <T> T tryOnce(Supplier<T> work) {
        while (true) {
            outage.refuseIfHopeless();
            try {
                T made = work.get();
                outage.endIfBegun();
                return made;
            } catch (StoreException failed) {
                if (!mayTryAgain(failed)) {
                    throw failed;
                }
                LOG.debug("A transaction is run again from its start", failed);
            }
        }
    }

    private boolean mayTryAgain(StoreException failed) {
        if (failed.isOutage()) {
            outage.begin(failed);
        }
        return switch (failed.prospect()) {
            case NONE, LOSS -> false;
            case RACE_LOST -> ++races < RACES;
            case OUT_OF_REACH -> pause();
            case IN_DOUBT -> vote && pause();
        };
    }

    /** False when it has taken too long already, or the thread is wanted elsewhere. */
    private boolean pause() {
        if (end.left().isZero() || !outage.isWorthWaiting(longest())) {
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
