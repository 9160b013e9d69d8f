package io.github.mirrorball.stage.world;

import java.util.concurrent.Future;

/** A connection of the bot, as the world knows it. Frames leave in the order of the calls; no call waits for one to arrive. */
public interface GatewayConnection {

    void send(String frame);

    /** Cuts the connection without a word. */
    void drop();

    /** Completes when everything sent before was read and handled, or the connection ended. */
    Future<Void> barrier();
}
