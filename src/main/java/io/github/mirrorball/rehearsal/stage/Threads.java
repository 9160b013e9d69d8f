package io.github.mirrorball.rehearsal.stage;

import java.util.concurrent.ThreadFactory;

/** Daemon threads that say what they are for. */
final class Threads {
    private Threads() {}

    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
