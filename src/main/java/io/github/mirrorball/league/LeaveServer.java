package io.github.mirrorball.league;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot is taken out of a server, and maybe invited again. Meanwhile nothing is opened or sent there; after {@link #GRACE} everything
 * that belongs to the server is removed. An outage is none of this. Thread-safe.
 */
public final class LeaveServer {

    /** How long a server's data is kept after the bot was taken out of it, by wire time. */
    public static final Duration GRACE = Duration.ofDays(30);

    /** A lock that is announced later than this tells nobody anything, by wire time. */
    static final Duration STALE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(LeaveServer.class);

    private final Transactions transactions;
    private final Servers servers;
    private final Seasons seasons;
    private final PlanScheduledEvents calendar;
    private final Runnable due;
    private final InstantSource systemClock;

    /** @param due is run after a commit by which something may have become due */
    public LeaveServer(
            Transactions transactions,
            Servers servers,
            Seasons seasons,
            PlanScheduledEvents calendar,
            Runnable due,
            InstantSource systemClock) {
        this.transactions = transactions;
        this.servers = servers;
        this.seasons = seasons;
        this.calendar = calendar;
        this.due = due;
        this.systemClock = systemClock;
    }

    /** The bot was taken out of a server. */
    public void onLeft(long server) {
        servers.recordLeft(server, systemClock.instant());
        LOG.info("Taken out of server {}; what belongs to it is kept for {} days", server, GRACE.toDays());
    }

    /** The bot is in a server; if it was away, what is owed goes out. */
    public void onBack(long server) {
        boolean returned = transactions.inOne(() -> {
            boolean away = servers.back(server);
            if (away) {
                resume(server);
            }
            return away;
        });
        if (returned) {
            LOG.info("Back in server {}", server);
        }
    }

    /** A server can be reached again after an outage: what could not be sent meanwhile is tried again. */
    public void onReachable(long server) {
        servers.takeUp(server, systemClock.instant().minus(STALE));
        due.run();
    }

    /** Who may look into which of a server's channels has changed, and with it which events may be seen. */
    public void onSightChanged(long server) {
        transactions.inOne(() -> {
            calendar.look(server);
            transactions.runAfterCommit(due);
            return server;
        });
    }

    private void resume(long server) {
        servers.takeUp(server, systemClock.instant().minus(STALE));
        seasons.of(server).forEach(named -> seasons.hold(named.id()).ifPresent(calendar::keep));
        transactions.runAfterCommit(due);
    }

    /** The bot is in these servers; those that it had been taken out of are back, even if nobody saw it. */
    public void onPresent(Set<Long> present) {
        servers.departed().keySet().stream().filter(present::contains).forEach(this::onBack);
    }

    /** The servers that should be there and are not among these: the bot was taken out of them unseen, or they have an outage. */
    public List<Long> missing(Set<Long> present) {
        Set<Long> departed = servers.departed().keySet();
        return servers.known().stream()
                .filter(server -> !present.contains(server) && !departed.contains(server))
                .toList();
    }

    /** Removes what belongs to servers whose time is over. */
    public void purge() {
        Instant over = systemClock.instant().minus(GRACE);
        for (Map.Entry<Long, Instant> departed : servers.departed().entrySet()) {
            if (departed.getValue().isBefore(over)) {
                purge(departed.getKey(), over);
            }
        }
    }

    private void purge(long server, Instant over) {
        try {
            servers.purge(server, over);
            LOG.info("Everything that belonged to server {} is removed", server);
        } catch (RuntimeException broken) {
            LOG.error("What belongs to server {} could not be removed; trying again", server, broken);
        }
    }
}
