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
    public void recordAcknowledged(Duration after) {}

    @Override
    public void recordDecided(Duration after) {}

    @Override
    public void recordCast(Way way, Receipt receipt) {}

    @Override
    public void recordDone(Task task, Duration late) {}

    @Override
    public void recordConnected(boolean connected) {}

    @Override
    public void recordReconnected(boolean resumed) {}

    @Override
    public void recordRequest(int status) {}

    @Override
    public void recordTransaction(Duration took, boolean committed) {}
}
