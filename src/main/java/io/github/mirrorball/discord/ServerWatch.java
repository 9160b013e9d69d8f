package io.github.mirrorball.discord;

import io.github.mirrorball.schedule.Departures;
import java.util.HashSet;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDA.ShardInfo;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildJoinedEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches which servers the bot is in. JDA tells a removal from an outage: only the former is a leave. What happens is handled in the order
 * in which it came, off the gateway's reading thread.
 */
public final class ServerWatch extends ListenerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final long ONE_LANE = 0;
    /** A server's shard is in the bits of its id above these (Discord's document on sharding). */
    private static final int SHARD_BITS = 22;

    private final Departures departures;
    private final Lanes lanes;
    private final Work work;

    /** @param lanes of its own */
    public ServerWatch(Departures departures, Lanes lanes, Work work) {
        this.departures = departures;
        this.lanes = lanes;
        this.work = work;
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        long server = event.getGuild().getIdLong();
        handle(() -> departures.left(server));
    }

    @Override
    public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
        handle(() -> departures.left(event.getGuildIdLong()));
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        long server = event.getGuild().getIdLong();
        handle(() -> departures.back(server));
    }

    @Override
    public void onUnavailableGuildJoined(UnavailableGuildJoinedEvent event) {
        handle(() -> departures.back(event.getGuildIdLong()));
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        long server = event.getGuild().getIdLong();
        handle(() -> departures.reachable(server));
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        JDA jda = event.getJDA();
        handle(() -> compare(jda));
    }

    /** Compares what is stored with what a connection that is ready lists; a server with an outage is listed. */
    public void compare(JDA jda) {
        Set<Long> present = new HashSet<>();
        jda.getGuildCache().forEach(server -> present.add(server.getIdLong()));
        jda.getUnavailableGuilds().forEach(server -> present.add(Long.parseUnsignedLong(server)));
        ShardInfo shard = jda.getShardInfo();
        departures.compare(present, server -> (server >>> SHARD_BITS) % shard.getShardTotal() == shard.getShardId());
    }

    private void handle(Runnable change) {
        work.begin();
        lanes.run(ONE_LANE, () -> {
            try {
                change.run();
            } catch (RuntimeException broken) {
                LOG.error("A server's coming or going could not be kept", broken);
            } finally {
                work.end();
            }
        });
    }
}
