package io.github.mirrorball.discord;

import io.github.mirrorball.show.Shards;
import net.dv8tion.jda.api.JDA;

/** Which shard a session of JDA's is. */
public final class OwnShard {

    private OwnShard() {}

    public static Shards of(JDA session) {
        JDA.ShardInfo shard = session.getShardInfo();
        return Shards.one(shard.getShardId(), shard.getShardTotal());
    }
}
