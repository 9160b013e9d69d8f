package io.github.mirrorball.bot;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator sees of the running bot, and how it keeps its data safe by itself.
 *
 * @param at where it serves its health and its metrics; empty where it does not
 * @param backupEvery how often it backs itself up; empty for never
 * @param keep how many of its backups it keeps
 */
public record Upkeep(Optional<InetSocketAddress> at, Optional<Duration> backupEvery, int keep) {

    /** Nothing of it. */
    public static final Upkeep NONE = new Upkeep(Optional.empty(), Optional.empty(), 1);
}
