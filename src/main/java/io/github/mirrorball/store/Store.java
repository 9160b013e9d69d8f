package io.github.mirrorball.store;

import io.github.mirrorball.poll.Clubs;
import io.github.mirrorball.poll.Erasures;
import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.poll.Jokers;
import io.github.mirrorball.poll.OptIns;
import io.github.mirrorball.poll.Picks;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.poll.Reactions;
import io.github.mirrorball.schedule.Cards;
import io.github.mirrorball.schedule.Drafts;
import io.github.mirrorball.schedule.Due;
import io.github.mirrorball.schedule.Events;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.schedule.Outbox;
import io.github.mirrorball.schedule.Servers;
import io.github.mirrorball.show.AuditLog;
import io.github.mirrorball.show.Reveals;
import io.github.mirrorball.show.Seasons;
import io.github.mirrorball.show.Transactions;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Standings;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Every port on one database. Thread-safe. What the ports throw is a {@link StoreException}; a transaction that lost a race against another
 * is run again a few times before that.
 */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Connections connections;
    private final Clock clock;
    private final InstantSource wire;

    private Store(Database database, Clock clock, InstantSource wire) {
        this.database = database;
        this.connections = database.connections();
        this.clock = clock;
        this.wire = wire;
    }

    /**
     * Opens the database, makes it if need be, and brings its schema up to date.
     *
     * @param clock the show clock
     * @param wire real time, for the outbox and for how long drafts are kept
     * @throws StoreException if that cannot be, with a sentence that says what to do
     */
    public static Store open(StoreSettings settings, Clock clock, InstantSource wire) {
        return new Store(Database.open(settings), clock, wire);
    }

    public Transactions transactions() {
        return connections;
    }

    public Seasons seasons() {
        return new JdbcSeasons(connections, clock);
    }

    public Polls polls() {
        return new JdbcPolls(connections);
    }

    public Picks picks() {
        return new JdbcPicks(connections);
    }

    public Fans fans() {
        return new JdbcFans(connections);
    }

    public Reactions reactions() {
        return new JdbcReactions(connections);
    }

    public Erasures erasures() {
        return new JdbcErasures(connections, this::installation);
    }

    public Standings standings() {
        return new JdbcStandings(connections);
    }

    public Corrections corrections() {
        return new JdbcCorrections(connections);
    }

    public Jokers jokers() {
        return new JdbcJokers(connections);
    }

    public Clubs clubs() {
        return new JdbcClubs(connections);
    }

    public Due due() {
        return new JdbcDue(connections);
    }

    public Reveals reveals() {
        return new JdbcReveals(connections);
    }

    public OptIns optIns() {
        return new JdbcOptIns(connections);
    }

    public Moments moments() {
        return new JdbcMoments(connections);
    }

    public Outbox outbox() {
        return new JdbcOutbox(connections, wire);
    }

    public Cards cards() {
        return new JdbcCards(connections);
    }

    public Events events() {
        return new JdbcEvents(connections);
    }

    public Servers servers() {
        return new JdbcServers(connections, wire);
    }

    public Drafts drafts() {
        return new JdbcDrafts(connections, wire);
    }

    public AuditLog auditLog() {
        return new JdbcAuditLog(connections);
    }

    /** What tells this database from every other: ten characters, drawn when it is first asked for, and kept. */
    public String installation() {
        return connections.with(handle -> {
            Optional<String> known = installation(handle);
            String drawn = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
            return known.or(() -> Connections.unlessTaken(handle, () -> {
                        handle.execute("INSERT INTO installation (only_one, id) VALUES (1, ?)", drawn);
                        return drawn;
                    }))
                    .or(() -> installation(handle))
                    .orElseThrow();
        });
    }

    private static Optional<String> installation(Handle handle) {
        return handle.createQuery("SELECT id FROM installation")
                .mapTo(String.class)
                .findOne();
    }

    /** Ends what the store does in the background and closes the database in order. No transaction may be running. */
    @Override
    public void close() {
        database.close();
    }
}
