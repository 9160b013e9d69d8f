package io.github.mirrorball.ops;

import io.github.mirrorball.poll.Receipt;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells nobody anything. */
public class NoTelemetry implements Telemetry {

    @Override
    public Consumer<Outcome> interactions(String kind, String route) {
        return outcome -> {};
    }

    @Override
    public void acknowledged(Duration after) {}

    @Override
    public void decided(Duration after) {}

    @Override
    public void cast(Way way, Receipt receipt) {}

    @Override
    public void done(Task task, Duration late) {}

    @Override
    public void connected(boolean connected) {}

    @Override
    public void reconnected(boolean resumed) {}

    @Override
    public void requested(int status) {}

    @Override
    public void transacted(Duration took, boolean committed) {}
}
