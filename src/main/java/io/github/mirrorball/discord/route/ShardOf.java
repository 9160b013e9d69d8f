package io.github.mirrorball.discord.route;

import io.github.mirrorball.ops.Shards;
import net.dv8tion.jda.api.JDA;

/** Which shard a session of JDA's is. */
public final class ShardOf {

    private ShardOf() {}

    public static Shards of(JDA session) {
        JDA.ShardInfo shard = session.getShardInfo();
        return Shards.one(shard.getShardId(), shard.getShardTotal());
    }
}
