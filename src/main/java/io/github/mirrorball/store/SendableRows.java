package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.outbox.Outbox.Doubt;
import io.github.mirrorball.outbox.Outbox.Owed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads which notices may be sent, in the order of an index and no more of them than are asked for, so that it costs the same however many
 * are owed.
 */
final class SendableRows {

    /** How long a message waits for one of its season that should come first and has to be tried again. */
    private static final Duration IN_ORDER = Duration.ofMinutes(2);

    /** Rows read for each channel that is asked for: most channels have one or two, and some of those are busy. */
    private static final int ROWS_A_CHANNEL = 4;

    private static final int FEWEST_ROWS = 50;
    private static final int MOST_ROWS = 1000;

    private static final String WITH_ADDRESS = """
            SELECT n.id, n.season, COALESCE(n.server, s.server) AS server,
                CASE n.place WHEN 'FAN' THEN o.channel WHEN 'CHANNEL' THEN n.channel WHEN 'HOSTS' THEN COALESCE(s.host_channel, s.channel)
                    ELSE COALESCE(-n.server, s.channel) END AS channel,
                n.kind, n.ids, n.urgency, n.attempts, n.owed_at, n.unsure_since, n.begun_at,
                n.channel AS begun_in
            FROM notice n LEFT JOIN season s ON s.id = n.season LEFT JOIN opt_in o ON o.fan = n.fan
            WHERE n.state = 'OWED' AND (n.next_try IS NULL OR n.next_try <= :now)%s
                AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.server = COALESCE(n.server, s.server))
            """;
    private static final String IN_TURN = "ORDER BY n.state, n.urgency, n.id FETCH FIRST :rows ROWS ONLY";

    /**
     * What changes a card or seeds it waits for the card to stand, and holds up nothing meanwhile. A message waits for those of its
     * season and place that should come first, so that a result is not told before its lock, nor a card before the result that opened it;
     * but not for its own kind, not for what is parked, and not for long.
     */
    private static final String TO_CHANNELS = WITH_ADDRESS + """
                AND n.urgency >= :urgency AND n.urgency < :direct AND (n.urgency > :urgency OR n.id > :id)
                AND (n.means = 'CREATE' OR n.poll IS NULL OR EXISTS (
                    SELECT 1 FROM notice c WHERE c.poll = n.poll AND c.kind = 'CARD' AND c.state = 'SENT'))
                AND (n.means <> 'CREATE' OR NOT EXISTS (
                    SELECT 1 FROM notice b WHERE b.season = n.season AND b.place = n.place
                        AND b.means = 'CREATE' AND b.state = 'OWED'
                        AND b.next_try > :now AND b.owed_at > :patience AND b.kind <> n.kind
                        AND (b.urgency < n.urgency OR (b.urgency = n.urgency AND b.id < n.id))))
            """ + IN_TURN;

    private static final String DIRECT = WITH_ADDRESS + "AND n.urgency = :direct " + IN_TURN;

    private final String toChannels;
    private final String direct;

    /** @param shards whose servers' notices it reads */
    SendableRows(Shards shards) {
        String ofShards = OfShards.and(shards, "COALESCE(n.server, s.server)");
        toChannels = TO_CHANNELS.formatted(ofShards);
        direct = DIRECT.formatted(ofShards);
    }

    private record Row(int urgency, Owed owed) {}

    /**
     * The first direct message, since they go one after another, whoever they are for; and of each of so many channels, the most urgent
     * before the others, the first that goes there.
     *
     * @param busy channels that are left out
     */
    List<Owed> read(Handle handle, Instant now, Set<Long> busy, int most) {
        List<Owed> sendable = new ArrayList<>();
        query(handle, direct, now, 1).map((row, context) -> owed(row)).stream()
                .filter(owed -> !busy.contains(owed.channel()))
                .forEach(sendable::add);
        sendable.addAll(toChannels(handle, now, busy, most));
        return sendable;
    }

    private List<Owed> toChannels(Handle handle, Instant now, Set<Long> busy, int most) {
        int size = (int) Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, (long) most * ROWS_A_CHANNEL));
        Map<Long, Owed> first = new LinkedHashMap<>();
        List<Row> page = page(handle, now, -1, 0, size);
        while (!page.isEmpty()) {
            for (Row row : page) {
                if (first.size() < most && !busy.contains(row.owed.channel())) {
                    first.putIfAbsent(row.owed.channel(), row.owed);
                }
            }
            Row last = page.get(page.size() - 1);
            boolean isEnough = page.size() < size || first.size() == most;
            page = isEnough ? List.of() : page(handle, now, last.urgency, last.owed.id(), size);
        }
        return List.copyOf(first.values());
    }

    /** The rows after this one. */
    private List<Row> page(Handle handle, Instant now, int urgency, long id, int size) {
        return query(handle, toChannels, now, size)
                .bind("urgency", urgency)
                .bind("id", id)
                .bind("patience", Columns.at(now.minus(IN_ORDER)))
                .map((row, context) -> new Row(row.getInt("urgency"), owed(row)))
                .list();
    }

    private static Query query(Handle handle, String sql, Instant now, int rows) {
        return handle.createQuery(sql)
                .bind("now", Columns.at(now))
                .bind("direct", NoticeKind.DIRECT_REMINDER.urgency)
                .bind("rows", rows);
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
        long begunIn = row.getLong("begun_in");
        long channel = row.wasNull() ? row.getLong("channel") : begunIn;
        return Columns.instantIfAny(row, "unsure_since").map(first -> new Doubt(first, last.orElse(first), channel));
    }
}
