package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import java.util.Locale;

/** Narrows a query to the servers of some shards. Where those are all servers it adds nothing. */
final class OfShards {

    private OfShards() {}

    /** @param server the expression for a server's id */
    static String and(Shards shards, String server) {
        return given(" AND ", shards, server);
    }

    /** The same for a query without a condition. */
    static String where(Shards shards, String server) {
        return given(" WHERE ", shards, server);
    }

    private static String given(String joint, Shards shards, String server) {
        return shards.isAll()
                ? ""
                : joint
                        + String.format(
                                Locale.ROOT,
                                "MOD(%s / %d, %d) BETWEEN %d AND %d",
                                server,
                                Shards.DIVISOR,
                                shards.total(),
                                shards.first(),
                                shards.last());
    }
}
