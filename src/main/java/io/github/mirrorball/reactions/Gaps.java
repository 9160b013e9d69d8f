package io.github.mirrorball.reactions;

import io.github.mirrorball.ops.Shards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the marks of known gaps in what was seen of the reactions on cards. Only open ballots have any. A gap that is marked again before
 * it is made up for is one gap. Thread-safe; every method joins the caller's transaction.
 */
public interface Gaps {

    /** Marks every open poll of these shards. */
    void markAll(Shards shards, boolean replayable);

    /** Marks a server's open polls. */
    void markServer(long server);

    /**
     * Marks a poll if it is open.
     *
     * @param beginsNow whether nothing was missed before now; otherwise every pick since the gap before may be younger than what was missed
     */
    void mark(long poll, boolean beginsNow);

    /** A resumed session has told everything that came before this; nothing if the poll has locked meanwhile. */
    void recordReplayed(long poll);

    /** The card was listed. Unless {@code forGood}, it will be once more. Nothing if the gap was marked again since. */
    void recordListed(Gap gap, boolean forGood);

    /** The gaps of these shards' open polls, those that lock first before the others. */
    List<Gap> open(Shards shards);

    /** Open ballots that lock after the one instant of the show clock and until the other, the earliest first. */
    List<Long> locking(Instant after, Instant until);

    /** A poll's newest gap, if it is not made up for for good. */
    Optional<Gap> of(long poll);
}
