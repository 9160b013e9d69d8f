package io.github.mirrorball.store;

import io.github.mirrorball.schedule.Notice;
import io.github.mirrorball.schedule.Outbox;
import io.github.mirrorball.show.Shards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
    private static final String TAKE_UP = """
            UPDATE notice SET state = 'OWED', next_try = :now, attempts = 0
            WHERE kind = :kind AND ids = :ids AND state = 'PARKED'""";
    /** An event is owed to the server, and to the season only while there is one: it has to be taken away after that. */
    private static final String OWE_EVENT = """
            INSERT INTO notice (season, server, kind, ids, means, urgency, state, attempts, next_try, owed_at)
            VALUES ((SELECT id FROM season WHERE id = :season), :server, :kind, :ids, :means, :urgency, 'OWED', 0, NULL, :now)""";

    /** The server that a notice n is for. */
    static final String SERVER = "COALESCE(n.server, (SELECT s.server FROM season s WHERE s.id = n.season))";

    /** Held until the change behind it is committed: whoever begins to send it meanwhile would tell what was true before. */
    private static final String OWED_ALREADY = """
            SELECT 1 FROM notice WHERE kind = :kind AND ids = :ids AND state = 'OWED'
            AND (attempts = 0 OR next_try IS NOT NULL) FOR UPDATE""";

    /** How long a message waits for one of its season that should come first and has to be tried again. */
    private static final Duration IN_ORDER = Duration.ofMinutes(2);

    /**
     * What changes a card or seeds it waits for the card to stand, and holds up nothing meanwhile. A message waits for those of its
     * season and place that should come first, so that a result is not told before its lock, nor a card before the result that opened it;
     * but not for its own kind, not for what is parked, and not for long. All direct messages go one after another, whoever they are for.
     */
    private static final String SENDABLE = """
            SELECT id, season, server, channel, kind, ids, attempts, owed_at, unsure_since, begun_at FROM (
                SELECT n.id, n.season, COALESCE(n.server, s.server) AS server,
                    CASE n.place WHEN 'FAN' THEN o.channel WHEN 'HOSTS' THEN COALESCE(s.host_channel, s.channel)
                        ELSE COALESCE(-n.server, s.channel) END AS channel,
                    n.kind, n.ids, n.urgency, n.attempts, n.owed_at, n.unsure_since, n.begun_at,
                    ROW_NUMBER() OVER (PARTITION BY CASE n.place WHEN 'FAN' THEN 0
                        WHEN 'HOSTS' THEN COALESCE(s.host_channel, s.channel) ELSE COALESCE(-n.server, s.channel) END
                        ORDER BY n.urgency, n.id) AS turn
                FROM notice n LEFT JOIN season s ON s.id = n.season LEFT JOIN opt_in o ON o.fan = n.fan
                WHERE n.state = 'OWED' AND (n.next_try IS NULL OR n.next_try <= :now)%s
                    AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.server = COALESCE(n.server, s.server))
                    AND (n.means = 'CREATE' OR n.poll IS NULL OR EXISTS (
                        SELECT 1 FROM notice c WHERE c.poll = n.poll AND c.kind = 'CARD' AND c.state = 'SENT'))
                    AND (n.means <> 'CREATE' OR NOT EXISTS (
                        SELECT 1 FROM notice b WHERE b.season = n.season AND b.place = n.place
                            AND b.means = 'CREATE' AND b.state = 'OWED'
                            AND b.next_try > :now AND b.owed_at > :patience AND b.kind <> n.kind
                            AND (b.urgency < n.urgency OR (b.urgency = n.urgency AND b.id < n.id))))
            ) AS waiting
            WHERE turn = 1 ORDER BY urgency, id""";

    private static final String NEXT_TRY =
            "SELECT MIN(next_try) AS next_try FROM notice n WHERE n.state = 'OWED' AND n.next_try > :now%s";
    private static final String BEGIN = """
            UPDATE notice SET attempts = attempts + 1, next_try = NULL, begun_at = :now,
                unsure_since = COALESCE(unsure_since, :now)
            WHERE id = :id AND state = 'OWED'""";
    /** What ends without having been begun was a look in vain, and counts as an attempt too, so that looks become rarer as well. */
    private static final String SETTLE = """
            UPDATE notice SET state = :state, next_try = :nextTry, why = :why,
                unsure_since = CASE WHEN :unsure THEN unsure_since END,
                attempts = CASE WHEN next_try IS NULL THEN attempts ELSE attempts + 1 END,
                channel = COALESCE(:channel, channel), message = COALESCE(:message, message)
            WHERE id = :id""";

    private static final String POSTED = """
            SELECT channel, message FROM notice WHERE kind = :kind AND ids = :ids AND message IS NOT NULL
            ORDER BY id DESC FETCH FIRST ROW ONLY""";
    private static final String CARDS = """
            SELECT n.message, n.poll FROM notice n JOIN poll p ON p.id = n.poll
            WHERE p.state = 'OPEN' AND n.kind = 'CARD' AND n.state = 'SENT' AND n.message IS NOT NULL%s""";
    private static final String UNPARK = """
            UPDATE notice SET state = 'OWED', next_try = :now, attempts = 0
            WHERE state = 'PARKED' AND (server = :server OR season IN (SELECT id FROM season WHERE server = :server))""";

    private final Connections connections;
    private final InstantSource wire;
    private final String sendable;
    private final String nextTry;
    private final String standing;

    /** @param shards whose servers' notices it lets out */
    JdbcOutbox(Connections connections, InstantSource wire, Shards shards) {
        this.connections = connections;
        this.wire = wire;
        sendable = SENDABLE.formatted(OfShards.and(shards, "COALESCE(n.server, s.server)"));
        nextTry = NEXT_TRY.formatted(OfShards.and(shards, SERVER));
        standing = CARDS.formatted(OfShards.and(shards, "(SELECT s.server FROM season s WHERE s.id = p.season)"));
    }

    @Override
    public void owe(long season, Notice notice) {
        NoticeKind kind = NoticeKind.of(notice);
        String ids = kind.ids(notice);
        connections.run(handle -> {
            if (notice.means() == Notice.Means.CREATE || !(isTakenUp(handle, kind, ids) || isOwed(handle, kind, ids))) {
                insert(handle, season, notice, kind, ids);
            }
        });
    }

    @Override
    public List<Owed> sendable(Instant now) {
        return connections.with(handle -> handle.createQuery(sendable)
                .bind("now", Columns.at(now))
                .bind("patience", Columns.at(now.minus(IN_ORDER)))
                .map((row, context) -> owed(row))
                .list());
    }

    @Override
    public Optional<Instant> nextTry() {
        return connections.with(handle -> handle.createQuery(nextTry)
                .bind("now", Columns.at(wire.instant()))
                .map((row, context) -> Columns.instantIfAny(row, "next_try"))
                .one());
    }

    @Override
    public void begin(long id) {
        connections.run(handle -> handle.createUpdate(BEGIN)
                .bind("id", id)
                .bind("now", Columns.at(wire.instant()))
                .execute());
    }

    @Override
    public void settle(long id, Ending ending) {
        Settled settled = Settled.by(ending);
        connections.run(handle -> handle.createUpdate(SETTLE)
                .bind("id", id)
                .bind("state", settled.state())
                .bind("nextTry", Columns.at(settled.nextTry()))
                .bind("why", Columns.text(settled.why()))
                .bind("unsure", settled.unsure())
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
        connections.run(handle -> handle.createQuery(standing)
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

    private boolean isTakenUp(Handle handle, NoticeKind kind, String ids) {
        return handle.createUpdate(TAKE_UP)
                        .bind("kind", kind.name())
                        .bind("ids", ids)
                        .bind("now", Columns.at(wire.instant()))
                        .execute()
                > 0;
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
        if (notice instanceof Notice.Event event) {
            insert(handle, event, kind, ids);
            return;
        }
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

    private void insert(Handle handle, Notice.Event event, NoticeKind kind, String ids) {
        handle.createUpdate(OWE_EVENT)
                .bind("season", event.season())
                .bind("server", event.server())
                .bind("kind", kind.name())
                .bind("ids", ids)
                .bind("means", event.means().name())
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
                Columns.instant(row, "owed_at"),
                doubt(row));
    }

    private static Optional<Doubt> doubt(ResultSet row) throws SQLException {
        Optional<Instant> last = Columns.instantIfAny(row, "begun_at");
        return Columns.instantIfAny(row, "unsure_since").map(first -> new Doubt(first, last.orElse(first)));
    }
}
