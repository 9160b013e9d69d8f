package io.github.mirrorball.bot;

import io.github.mirrorball.schedule.Telemetry;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Tells how the gateway's session is doing. */
final class SessionWatch extends ListenerAdapter {

    private final Telemetry telemetry;

    SessionWatch(Telemetry telemetry) {
        this.telemetry = telemetry;
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
