package io.github.mirrorball.store;

import io.github.mirrorball.schedule.Notice;
import io.github.mirrorball.schedule.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * The outbox in a table. A notice is OWED until it is SENT, PARKED or GONE. It is under way while it is OWED, was begun, and has no next
 * try; after a crash it looks the same, which is how a repeat knows that it is one.
 */
final class JdbcOutbox implements Outbox {

    private static final String OWE = """
            INSERT INTO notice (season, kind, ids, poll, means, place, fan, urgency, state, attempts, next_try, owed_at)
            VALUES (:season, :kind, :ids, :poll, :means, :place, :fan, :urgency, 'OWED', 0, NULL, :now)""";
    private static final String OWED_ALREADY = """
            SELECT 1 FROM notice WHERE kind = :kind AND ids = :ids AND state = 'OWED'
            AND (attempts = 0 OR next_try IS NOT NULL)""";

    /** All direct messages go one after another, whoever they are for. What changes a card or seeds it waits for the card to stand, and holds up nothing meanwhile. */
    private static final String SENDABLE = """
            SELECT id, season, server, channel, kind, ids, attempts, owed_at FROM (
                SELECT n.id, n.season, s.server, n.kind, n.ids, n.attempts, n.owed_at,
                    CASE n.place WHEN 'FAN' THEN o.channel WHEN 'HOSTS' THEN COALESCE(s.host_channel, s.channel)
                        ELSE s.channel END AS channel,
                    ROW_NUMBER() OVER (PARTITION BY CASE n.place WHEN 'FAN' THEN 0
                        WHEN 'HOSTS' THEN COALESCE(s.host_channel, s.channel) ELSE s.channel END
                        ORDER BY n.urgency, n.id) AS turn
                FROM notice n JOIN season s ON s.id = n.season LEFT JOIN opt_in o ON o.fan = n.fan
                WHERE n.state = 'OWED' AND (n.next_try IS NULL OR n.next_try <= :now)
                    AND (n.means = 'CREATE' OR n.poll IS NULL OR EXISTS (
                        SELECT 1 FROM notice c WHERE c.poll = n.poll AND c.kind = 'CARD' AND c.state = 'SENT'))
            ) AS waiting
            WHERE turn = 1 ORDER BY id""";

    private static final String NEXT_TRY =
            "SELECT MIN(next_try) AS next_try FROM notice WHERE state = 'OWED' AND next_try > :now";
    private static final String BEGIN =
            "UPDATE notice SET attempts = attempts + 1, next_try = NULL WHERE id = :id AND state = 'OWED'";
    private static final String SETTLE = """
            UPDATE notice SET state = :state, next_try = :nextTry, why = :why,
                channel = COALESCE(:channel, channel), message = COALESCE(:message, message)
            WHERE id = :id""";
    private static final String POSTED = """
            SELECT channel, message FROM notice WHERE kind = :kind AND ids = :ids AND message IS NOT NULL
            ORDER BY id DESC FETCH FIRST ROW ONLY""";
    private static final String CARDS = """
            SELECT n.message, n.poll FROM notice n JOIN poll p ON p.id = n.poll
            WHERE p.state = 'OPEN' AND n.kind = 'CARD' AND n.state = 'SENT' AND n.message IS NOT NULL""";
    private static final String UNPARK = """
            UPDATE notice SET state = 'OWED', next_try = :now
            WHERE state = 'PARKED' AND season IN (SELECT id FROM season WHERE server = :server)""";

    private final Connections connections;
    private final InstantSource wire;

    JdbcOutbox(Connections connections, InstantSource wire) {
        this.connections = connections;
        this.wire = wire;
    }

    @Override
    public void owe(long season, Notice notice) {
        NoticeKind kind = NoticeKind.of(notice);
        String ids = kind.ids(notice);
        connections.run(handle -> {
            if (notice.means() == Notice.Means.CREATE || !isOwed(handle, kind, ids)) {
                insert(handle, season, notice, kind, ids);
            }
        });
    }

    @Override
    public List<Owed> sendable(Instant now) {
        return connections.with(handle -> handle.createQuery(SENDABLE)
                .bind("now", Columns.at(now))
                .map((row, context) -> owed(row))
                .list());
    }

    @Override
    public Optional<Instant> nextTry() {
        return connections.with(handle -> handle.createQuery(NEXT_TRY)
                .bind("now", Columns.at(wire.instant()))
                .map((row, context) -> Columns.instantIfAny(row, "next_try"))
                .one());
    }

    @Override
    public void begin(long id) {
        connections.run(handle -> handle.createUpdate(BEGIN).bind("id", id).execute());
    }

    @Override
    public void settle(long id, Ending ending) {
        Settled settled = Settled.by(ending);
        connections.run(handle -> handle.createUpdate(SETTLE)
                .bind("id", id)
                .bind("state", settled.state())
                .bind("nextTry", Columns.at(settled.nextTry()))
                .bind("why", Columns.text(settled.why()))
                .bind("channel", Columns.id(settled.id(Posted::channel)))
                .bind("message", Columns.id(settled.id(Posted::message)))
                .execute());
    }

    @Override
    public Optional<Posted> posted(Notice notice) {
        NoticeKind kind = NoticeKind.of(notice);
        return connections.with(handle -> handle.createQuery(POSTED)
                .bind("kind", kind.name())
                .bind("ids", kind.ids(notice))
                .map((row, context) -> new Posted(row.getLong("channel"), row.getLong("message")))
                .findFirst());
    }

    @Override
    public Map<Long, Long> cards() {
        Map<Long, Long> cards = new HashMap<>();
        connections.run(handle -> handle.createQuery(CARDS)
                .map((row, context) -> Map.entry(row.getLong("message"), row.getLong("poll")))
                .forEach(card -> cards.put(card.getKey(), card.getValue())));
        return cards;
    }

    @Override
    public void unpark(long server) {
        connections.run(handle -> handle.createUpdate(UNPARK)
                .bind("now", Columns.at(wire.instant()))
                .bind("server", server)
                .execute());
    }

    private static boolean isOwed(Handle handle, NoticeKind kind, String ids) {
        return handle.createQuery(OWED_ALREADY)
                .bind("kind", kind.name())
                .bind("ids", ids)
                .map((row, context) -> true)
                .findFirst()
                .isPresent();
    }

    private void insert(Handle handle, long season, Notice notice, NoticeKind kind, String ids) {
        OptionalLong poll = NoticeKind.poll(ids);
        handle.createUpdate(OWE)
                .bind("season", season)
                .bind("kind", kind.name())
                .bind("ids", ids)
                .bind("poll", Columns.id(poll))
                .bind("means", notice.means().name())
                .bind("place", PlaceKind.of(notice.place()).name())
                .bind("fan", Columns.id(PlaceKind.fan(notice.place())))
                .bind("urgency", kind.urgency)
                .bind("now", Columns.at(wire.instant()))
                .execute();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                row.getLong("id"),
                row.getLong("season"),
                row.getLong("server"),
                row.getLong("channel"),
                NoticeKind.valueOf(row.getString("kind")).notice(row.getString("ids")),
                row.getInt("attempts"),
                Columns.instant(row, "owed_at"));
    }
}
