package io.github.mirrorball.store;

import io.github.mirrorball.league.Servers;
import io.github.mirrorball.ops.Shards;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Servers as the tables know them: a server has no row of its own, unless the bot was taken out of it. */
final class JdbcServers implements Servers {

    private static final String KNOWN = """
            SELECT server FROM (SELECT server FROM season UNION SELECT server FROM fan UNION SELECT server FROM club
                UNION SELECT server FROM scheduled_event UNION SELECT server FROM greeted) AS known""";
    private static final String DEPARTED = "SELECT server, left_at FROM departure";
    private static final String LEFT = "INSERT INTO departure (server, left_at) VALUES (:server, :at)";
    private static final String BACK = "DELETE FROM departure WHERE server = :server";

    private static final String OF_SERVER =
            "(notice.server = :server OR notice.season IN (SELECT id FROM season WHERE server = :server))";

    /** What is about the card of a poll that is over goes where no card stands; an old lock is told nobody. */
    private static final String TOO_LATE = """
            UPDATE notice SET state = 'GONE', next_try = NULL, why = 'too late'
            WHERE state IN ('OWED', 'PARKED') AND %s AND (
                (kind = 'LOCKED' AND owed_at < :stale)
                OR (kind IN ('CARD', 'CARD_CHANGED', 'SEEDS') AND poll IN (SELECT id FROM poll WHERE state <> 'OPEN')
                    AND NOT EXISTS (
                        SELECT 1 FROM notice c WHERE c.poll = notice.poll AND c.kind = 'CARD' AND c.state = 'SENT')))
            """.formatted(OF_SERVER);

    private static final String TAKE_UP = """
            UPDATE notice SET state = 'OWED', next_try = :now
            WHERE (state = 'PARKED' OR (state = 'OWED' AND next_try > :now)) AND %s""".formatted(OF_SERVER);

    private static final String IS_OVER =
            "SELECT server FROM departure WHERE server = :server AND left_at < :before FOR UPDATE";

    /** The tables that name a server; what belongs to their rows goes with them. */
    private static final List<String> EVERYTHING = List.of(
            "season", "fan", "club", "scheduled_event", "notice", "sample", "greeted", "departure", "server_audit");

    private final Connections connections;
    private final InstantSource clock;
    private final InstantSource systemClock;
    private final String ofShards;

    /**
     * @param clock the show clock
     * @param shards whose servers it tells of
     */
    JdbcServers(Connections connections, InstantSource clock, InstantSource systemClock, Shards shards) {
        this.connections = connections;
        this.clock = clock;
        this.systemClock = systemClock;
        this.ofShards = OfShards.where(shards, "server");
    }

    @Override
    public Set<Long> known() {
        return connections.read(handle -> new HashSet<>(
                handle.createQuery(KNOWN + ofShards).mapTo(Long.class).list()));
    }

    @Override
    public Map<Long, Instant> departed() {
        Map<Long, Instant> departed = new HashMap<>();
        connections.run(handle -> handle.createQuery(DEPARTED + ofShards)
                .map((row, context) -> Map.entry(row.getLong("server"), Columns.instant(row, "left_at")))
                .forEach(each -> departed.put(each.getKey(), each.getValue())));
        return departed;
    }

    @Override
    public void recordLeft(long server, Instant at) {
        connections.run(handle -> Connections.unlessTaken(
                handle,
                () -> handle.createUpdate(LEFT)
                        .bind("server", server)
                        .bind("at", Columns.at(at))
                        .execute()));
    }

    @Override
    public boolean back(long server) {
        return connections.with(
                handle -> handle.createUpdate(BACK).bind("server", server).execute() > 0);
    }

    @Override
    public void takeUp(long server, Instant staleBefore) {
        connections.run(handle -> {
            handle.createUpdate(TOO_LATE)
                    .bind("server", server)
                    .bind("stale", Columns.at(staleBefore))
                    .execute();
            handle.createUpdate(TAKE_UP)
                    .bind("server", server)
                    .bind("now", Columns.at(systemClock.instant()))
                    .execute();
        });
    }

    @Override
    public void purge(long server, Instant leftBefore) {
        connections.change(handle -> {
            boolean over = isOver(handle, server, leftBefore);
            if (over) {
                EVERYTHING.forEach(table -> handle.createUpdate("DELETE FROM " + table + " WHERE server = :server")
                        .bind("server", server)
                        .execute());
                WipeDue.owe(handle, clock.instant());
            }
            return over;
        });
    }

    private static boolean isOver(Handle handle, long server, Instant leftBefore) {
        return handle.createQuery(IS_OVER)
                .bind("server", server)
                .bind("before", Columns.at(leftBefore))
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }
}
