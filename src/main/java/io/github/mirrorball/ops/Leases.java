package io.github.mirrorball.ops;

import java.time.Duration;
import java.util.Optional;

/**
 * Port: which process looks after which shards, where several share one database. Time is the database's own, so that the processes' clocks
 * may differ. Thread-safe; every method is a transaction of its own.
 */
public interface Leases {

    /** How long a lease lasts that is not renewed. */
    Duration LASTS = Duration.ofSeconds(15);

    /**
     * Takes a lease, unless another process has one on a shard that has a server in common with these: whoever counts the shards anew
     * waits for those who still count them as before.
     *
     * @param holder tells this process from every other, one that was started anew from itself before
     * @param process what a person finds it by
     * @return who stands in the way; empty if it was taken
     */
    Optional<Holder> take(String holder, String process, Shards shards);

    /** Lets a lease last as long again from now on. False if there is none any more: it ran out, and another process began to take one. */
    boolean renew(String holder);

    /** Ends a lease, if there is one. */
    void giveBack(String holder);

    /** Whoever has a lease. */
    record Holder(String process, Shards shards) {}
}
