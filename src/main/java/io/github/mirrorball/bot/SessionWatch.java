package io.github.mirrorball.bot;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.ops.Telemetry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how the gateway's sessions are doing: connected is who hears of every server of this process. */
final class SessionWatch extends ListenerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final Optional<Shards> shards;
    private final Telemetry telemetry;
    private final Set<Integer> connected = new HashSet<>();

    /** @param shards of this process; empty for all */
    SessionWatch(Optional<Shards> shards, Telemetry telemetry) {
        this.shards = shards;
        this.telemetry = telemetry;
    }

    @Override
    public void onReady(ReadyEvent event) {
        LOG.info("Ready: connected to Discord, in {} servers", event.getGuildTotalCount());
    }

    @Override
    public synchronized void onStatusChange(StatusChangeEvent event) {
        JDA.ShardInfo shard = event.getJDA().getShardInfo();
        if (event.getNewStatus() == JDA.Status.CONNECTED) {
            connected.add(shard.getShardId());
        } else {
            connected.remove(shard.getShardId());
        }
        telemetry.recordConnected(connected.size() == shards.map(Shards::count).orElse(shard.getShardTotal()));
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        telemetry.recordReconnected(true);
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        telemetry.recordReconnected(false);
    }
}
