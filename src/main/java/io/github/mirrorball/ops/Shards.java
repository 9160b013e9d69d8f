package io.github.mirrorball.ops;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * A range of Discord's shards, and so a part of its servers: a server belongs to the shard that its id names (Discord's document on
 * sharding).
 *
 * @param last the last one of the range, included
 * @param total how many shards the bot's servers are spread over
 */
public record Shards(int first, int last, int total) {

    /** Every server, however many shards there are. */
    public static final Shards ALL = new Shards(0, 0, 1);

    /** A server's shard is in the bits of its id above these. */
    private static final int BITS = 22;

    /** What a server's id is divided by before its shard is the rest. */
    public static final int DIVISOR = 1 << BITS;

    public Shards {
        if (first < 0 || last < first || total <= last) {
            throw new IllegalArgumentException("There are no shards " + first + " to " + last + " of " + total);
        }
    }

    /** One shard alone. */
    public static Shards one(int shard, int total) {
        return new Shards(shard, shard, total);
    }

    public int count() {
        return last - first + 1;
    }

    public boolean isAll() {
        return count() == total;
    }

    public boolean includes(long server) {
        long shard = (server >>> BITS) % total;
        return first <= shard && shard <= last;
    }

    /** Whether a server may be in both, even if they count the shards differently. */
    public boolean meets(Shards other) {
        int common =
                BigInteger.valueOf(total).gcd(BigInteger.valueOf(other.total)).intValueExact();
        return rests(common).anyMatch(rest -> other.rests(common).anyMatch(its -> its == rest));
    }

    private IntStream rests(int divisor) {
        return IntStream.rangeClosed(first, last).map(shard -> shard % divisor).distinct();
    }

    /** As an operator writes it. */
    @Override
    public String toString() {
        return first == last ? first + "/" + total : first + "-" + last + "/" + total;
    }
}
