package io.github.mirrorball.bot;

import io.github.mirrorball.schedule.Telemetry;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how the gateway's session is doing. */
final class SessionWatch extends ListenerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final Telemetry telemetry;

    SessionWatch(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void onReady(ReadyEvent event) {
        LOG.info("Ready: connected to Discord, in {} servers", event.getGuildTotalCount());
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        telemetry.connected(event.getNewStatus() == JDA.Status.CONNECTED);
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        telemetry.reconnected(true);
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        telemetry.reconnected(false);
    }
}
