package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what follows from an answer of Discord's in its poll's lane, after whatever was received before. Returns at once. Thread-safe. */
public final class PollErrands {

    private static final Logger LOG = LoggerFactory.getLogger(PollErrands.class);

    private final Lanes lanes;
    private final PendingWork work;

    public PollErrands(Lanes lanes, PendingWork work) {
        this.lanes = lanes;
        this.work = work;
    }

    /** @param what is logged if it fails, such as {@code the loss of a card} */
    public void run(long poll, String what, Runnable errand) {
        work.begin();
        lanes.run(poll, () -> {
            try {
                errand.run();
            } catch (RuntimeException | Error broken) {
                LOG.error("In poll {} {} could not be dealt with", poll, what, broken);
            } finally {
                work.end();
            }
        });
    }
}
