package io.github.mirrorball.discord.route;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.MiscUtil;
import org.jspecify.annotations.Nullable;

/**
 * JDA's sessions, one for each shard of this process. Requests about a server go through its own session, since JDA keeps their order and
 * pace by session. Thread-safe; to be asked once Discord is there.
 */
public final class Sessions {

    private volatile @Nullable ShardManager shards;

    /** Discord is there. */
    public void onOpened(ShardManager manager) {
        shards = manager;
    }

    /** All of them, once Discord is there. */
    public Optional<ShardManager> opened() {
        return Optional.ofNullable(shards);
    }

    /** All of them. */
    public ShardManager all() {
        return Objects.requireNonNull(shards, "not connected yet");
    }

    /** For what belongs to no server, such as direct messages. */
    public JDA any() {
        return all().getShardCache().iterator().next();
    }

    /** The session that is told of a server. */
    public JDA of(long server) {
        return Optional.ofNullable(all().getShardById(MiscUtil.getShardForGuild(server, all().getShardsTotal())))
                .orElseGet(this::any);
    }

    /** The session that is told of a channel, as far as is known. */
    public JDA ofChannel(long id) {
        GuildChannel channel = channel(GuildChannel.class, id);
        return channel == null ? any() : channel.getJDA();
    }

    /** A server, if it is in sight. */
    public @Nullable Guild server(long id) {
        return of(id).getGuildById(id);
    }

    /** A channel, if it is in sight. */
    public <C extends GuildChannel> @Nullable C channel(Class<C> kind, long id) {
        return all().getChannelById(kind, id);
    }

    /** The first shard's session, which one process of all has. */
    public Optional<JDA> first() {
        return Optional.ofNullable(all().getShardById(0));
    }

    /** Whether Discord tells of every server what happens there, as far as the bot can know. */
    public boolean areConnected() {
        List<JDA> all = all().getShards();
        return all.stream().allMatch(session -> session.getStatus() == JDA.Status.CONNECTED);
    }
}
