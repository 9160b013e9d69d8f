package io.github.mirrorball.stage.world;

import java.util.concurrent.ThreadFactory;

/** Daemon threads that say what they are for. */
public final class Threads {
    private Threads() {}

    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
