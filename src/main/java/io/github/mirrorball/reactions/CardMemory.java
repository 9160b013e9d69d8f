package io.github.mirrorball.reactions;

import java.util.Map;
import java.util.Set;

/** Port: all that is remembered of the reactions on one card. Thread-safe; every method joins the caller's transaction. */
public interface CardMemory {

    /** The outcomes on which reactions are known to stand, by user. */
    Map<Long, Set<String>> on(long poll);

    /** Every reaction was cleared from the card: nothing stands, and no pick is touched. */
    void forgetAll(long poll);

    /** Every reaction for an outcome was cleared from the card. */
    void forgetAll(long poll, String outcome);
}
