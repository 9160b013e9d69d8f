package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.view.Markdown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whose turn it is: one trial at a time in a server, with a pause after it, and few in all, since each keeps a thread waiting. Thread-safe. */
final class Turns {

    static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 2;

    private final InstantSource time;
    private final Set<Long> under = new HashSet<>();
    private final Map<Long, Instant> pauses = new HashMap<>();

    Turns(InstantSource time) {
        this.time = time;
    }

    /**
     * Takes a server's turn for a trial.
     *
     * @throws Rejection if there is one already, was one just now, or there are too many elsewhere
     */
    synchronized void begin(long server) {
        Instant now = time.instant();
        pauses.values().removeIf(end -> !now.isBefore(end));
        if (under.contains(server)) {
            throw new Rejection("sample.busy");
        }
        Instant pause = pauses.get(server);
        if (pause != null) {
            throw new Rejection("sample.pause", Markdown.until(pause));
        }
        if (under.size() >= MOST_AT_ONCE) {
            throw new Rejection("sample.elsewhere");
        }
        under.add(server);
    }

    /** Takes a server's turn for anything else; false if it is taken. */
    synchronized boolean beginAside(long server) {
        return under.add(server);
    }

    /** Whether somebody has a server's turn. */
    synchronized boolean isTaken(long server) {
        return under.contains(server);
    }

    /** A trial has ended. */
    synchronized void end(long server) {
        under.remove(server);
        pauses.put(server, time.instant().plus(PAUSE));
    }

    /** What was not a trial has ended. */
    synchronized void endAside(long server) {
        under.remove(server);
    }
}
