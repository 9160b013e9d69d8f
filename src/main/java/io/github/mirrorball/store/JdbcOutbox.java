package io.github.mirrorball.store;

import static java.util.Objects.requireNonNull;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * The outbox in a table. A notice is OWED until it is SENT, PARKED or GONE. It is under way while it is OWED, was begun, and has no next
 * try; after a crash it looks the same, which is how a repeat knows that it is one.
 */
final class JdbcOutbox implements Outbox {

    private static final String OWE = """
            INSERT INTO notice (season, kind, ids, poll, means, place, fan, urgency, state, attempts, next_try, owed_at)
            VALUES (:season, :kind, :ids, :poll, :means, :place, :fan, :urgency, 'OWED', 0, NULL, :now)""";
    /** An event is owed to the server, and to the season only while there is one: it has to be taken away after that. */
    private static final String OWE_EVENT = """
            INSERT INTO notice (season, server, kind, ids, means, urgency, state, attempts, next_try, owed_at)
            VALUES ((SELECT id FROM season WHERE id = :season), :server, :kind, :ids, :means, :urgency, 'OWED', 0, NULL, :now)""";

    private static final String OWE_SERVER = """
            INSERT INTO notice (server, kind, ids, means, place, channel, urgency, state, attempts, next_try, owed_at)
            VALUES (:server, :kind, :ids, :means, :place, :channel, :urgency, 'OWED', 0, NULL, :now)""";

    /** The server that a notice n is for. */
    static final String SERVER = "COALESCE(n.server, (SELECT s.server FROM season s WHERE s.id = n.season))";

    /**
     * What is not under way. Held until the change behind it is committed: whoever begins to send it meanwhile would tell what was true
     * before. H2 looks several values up in an index only where it sees nothing else to look up, hence the kind's disguise.
     */
    private static final String WAITING = """
            SELECT id, ids, state FROM notice WHERE ids = ANY(:ids) AND COALESCE(kind, '') = :kind
            AND (state = 'PARKED' OR (state = 'OWED' AND (attempts = 0 OR next_try IS NOT NULL))) FOR UPDATE""";

    private static final String TAKE_UP =
            "UPDATE notice SET state = 'OWED', next_try = :now, attempts = 0 WHERE id = ANY(:parked)";

    private static final String NEXT_TRY = """
            SELECT n.next_try FROM notice n WHERE n.state = 'OWED' AND n.next_try > :now%s
            ORDER BY n.state, n.next_try FETCH FIRST ROW ONLY""";
    private static final String BEGIN = """
            UPDATE notice SET attempts = attempts + 1, next_try = NULL, begun_at = :now,
                unsure_since = COALESCE(unsure_since, :now),
                channel = CASE WHEN means = 'CREATE' THEN :channel ELSE channel END
            WHERE id = :id AND state = 'OWED' AND attempts = :attempts""";
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
            UPDATE notice SET state = 'OWED', next_try = :now, attempts = 0 WHERE state = 'PARKED'""";

    private static final String UNPARK_SERVER =
            UNPARK + " AND (server = :server OR season IN (SELECT id FROM season WHERE server = :server))";
    private static final String UNPARK_SHARDS =
            UNPARK + " AND id IN (SELECT n.id FROM notice n WHERE n.state = 'PARKED'%s)";

    private final Connections connections;
    private final InstantSource systemClock;
    private final SendableRows sendable;
    private final String nextTry;
    private final String standing;
    private final String unparkAll;

    /** @param shards whose servers' notices it lets out */
    JdbcOutbox(Connections connections, InstantSource systemClock, Shards shards) {
        this.connections = connections;
        this.systemClock = systemClock;
        sendable = new SendableRows(shards);
        nextTry = NEXT_TRY.formatted(OfShards.and(shards, SERVER));
        unparkAll = UNPARK_SHARDS.formatted(OfShards.and(shards, SERVER));
        standing = CARDS.formatted(OfShards.and(shards, "(SELECT s.server FROM season s WHERE s.id = p.season)"));
    }

    @Override
    public void owe(List<Owing> owing) {
        Map<NoticeKind, Set<String>> anew = new EnumMap<>(NoticeKind.class);
        List<Row> rows = owing.stream().map(Row::of).toList();
        rows.stream()
                .filter(row -> !row.isCreate())
                .forEach(row ->
                        anew.computeIfAbsent(row.kind, kind -> new HashSet<>()).add(row.ids));
        connections.run(handle -> {
            anew.forEach((kind, ids) -> ids.removeAll(takeUpWaiting(handle, kind, ids)));
            insert(
                    handle,
                    rows.stream()
                            .filter(row -> row.isCreate()
                                    || requireNonNull(anew.get(row.kind)).remove(row.ids))
                            .toList());
        });
    }

    /** A notice as its row holds it. */
    private record Row(long season, Notice notice, NoticeKind kind, String ids) {

        static Row of(Owing owing) {
            NoticeKind kind = NoticeKind.of(owing.notice());
            return new Row(owing.season(), owing.notice(), kind, kind.ids(owing.notice()));
        }

        boolean isCreate() {
            return notice.means() == Notice.Means.CREATE;
        }
    }

    @Override
    public List<Owed> sendable(Instant now, Set<Long> busy, int most) {
        return connections.read(handle -> sendable.read(handle, now, busy, most));
    }

    @Override
    public Optional<Instant> nextTry() {
        return connections.read(handle -> handle.createQuery(nextTry)
                .bind("now", Columns.at(systemClock.instant()))
                .map((row, context) -> Columns.instant(row, "next_try"))
                .findFirst());
    }

    @Override
    public boolean begin(Owed owed) {
        return connections.with(handle -> handle.createUpdate(BEGIN)
                        .bind("id", owed.id())
                        .bind("attempts", owed.attempts())
                        .bind("channel", owed.channel())
                        .bind("now", Columns.at(systemClock.instant()))
                        .execute()
                > 0);
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
        return connections.read(handle -> handle.createQuery(POSTED)
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
    public void unpark(OptionalLong server) {
        connections.run(handle -> {
            try (Update update = handle.createUpdate(server.isPresent() ? UNPARK_SERVER : unparkAll)) {
                server.ifPresent(id -> update.bind("server", id));
                update.bind("now", Columns.at(systemClock.instant())).execute();
            }
        });
    }

    /** Those of these notices that are owed already and not under way. What is parked is taken up again. */
    private Set<String> takeUpWaiting(Handle handle, NoticeKind kind, Set<String> ids) {
        Set<String> waiting = new HashSet<>();
        List<Long> parked = new ArrayList<>();
        handle.createQuery(WAITING)
                .bind("kind", kind.name())
                .bind("ids", Columns.texts(ids.toArray()))
                .map((row, context) -> {
                    waiting.add(row.getString("ids"));
                    return row.getString("state").equals("PARKED") ? row.getLong("id") : 0L;
                })
                .filter(id -> id > 0)
                .forEach(parked::add);
        if (!parked.isEmpty()) {
            handle.createUpdate(TAKE_UP)
                    .bind("parked", Columns.ids(parked.toArray()))
                    .bind("now", Columns.at(systemClock.instant()))
                    .execute();
        }
        return waiting;
    }

    private void insert(Handle handle, List<Row> rows) {
        try (PreparedBatch events = handle.prepareBatch(OWE_EVENT);
                PreparedBatch greetings = handle.prepareBatch(OWE_SERVER);
                PreparedBatch others = handle.prepareBatch(OWE)) {
            rows.forEach(row -> {
                if (row.notice instanceof Notice.Event event) {
                    bind(events, row)
                            .bind("season", row.season)
                            .bind("server", event.server())
                            .add();
                } else if (row.notice instanceof Notice.Greeting greeting) {
                    bind(greetings, row)
                            .bind("server", greeting.server())
                            .bind("place", PlaceKind.of(greeting.place()).name())
                            .bind("channel", Columns.id(PlaceKind.channel(greeting.place())))
                            .add();
                } else {
                    bind(others, row)
                            .bind("season", row.season)
                            .bind("poll", Columns.id(NoticeKind.poll(row.ids)))
                            .bind("place", PlaceKind.of(row.notice.place()).name())
                            .bind("fan", Columns.id(PlaceKind.fan(row.notice.place())))
                            .add();
                }
            });
            events.execute();
            greetings.execute();
            others.execute();
        }
    }

    private PreparedBatch bind(PreparedBatch batch, Row row) {
        return batch.bind("kind", row.kind.name())
                .bind("ids", row.ids)
                .bind("means", row.notice.means().name())
                .bind("urgency", row.kind.urgency)
                .bind("now", Columns.at(systemClock.instant()));
    }
}
