package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.reactions.Gaps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gaps in a table. Raising a poll's number locks its row, which orders a mark among the picks. */
final class JdbcGaps implements Gaps {

    /** Ballots on whose cards reactions count. */
    private static final String BALLOTS = "state = 'OPEN' AND secret = FALSE AND kind <> 'SCORE'";

    private static final String RAISE = "UPDATE poll SET gap = gap + 1 WHERE " + BALLOTS
            + " AND %1$s AND NOT EXISTS (SELECT 1 FROM gap g WHERE g.poll = poll.id AND g.listed = FALSE)";
    private static final String HOLD = "UPDATE poll SET gap = gap WHERE " + BALLOTS + " AND %1$s";
    private static final String MARK_AGAIN = """
            UPDATE gap SET marks = marks + 1, listed = FALSE,
                replayable = CASE WHEN listed THEN %2$s
                    ELSE replayable AND %2$s END,
                number = (SELECT p.gap FROM poll p WHERE p.id = gap.poll)
            WHERE poll IN (SELECT id FROM poll WHERE\s""" + BALLOTS + " AND %1$s)";
    private static final String MARK =
            """
            INSERT INTO gap (poll, number, marks, replayable, listed)
            SELECT id, gap, 1, %2$s, FALSE FROM poll WHERE\s""" + BALLOTS + " AND %1$s AND NOT EXISTS (SELECT 1 FROM gap g WHERE g.poll = poll.id)";
    private static final String OF_SERVER = "season IN (SELECT s.id FROM season s WHERE s.server = :id)";
    private static final String ONE = "id = :id";

    private static final String REPLAYED = """
            DELETE FROM gap WHERE poll = :poll AND replayable = TRUE AND listed = FALSE AND EXISTS (
                SELECT 1 FROM poll p WHERE p.id = gap.poll AND p.state = 'OPEN' AND p.locks_at > :now)""";
    private static final String LISTED = "UPDATE gap SET listed = TRUE WHERE poll = :poll AND marks = :marks";
    private static final String CLOSED = "DELETE FROM gap WHERE poll = :poll AND marks = :marks";
    private static final String SELECT =
            "SELECT g.poll, g.number, g.marks, g.replayable, g.listed FROM gap g JOIN poll p ON p.id = g.poll ";
    private static final String LOCKING =
            "SELECT id FROM poll WHERE " + BALLOTS + " AND locks_at > :after AND locks_at <= :until";

    private final Connections connections;
    private final Clock clock;
    private final Shards own;

    /**
     * @param clock the show clock
     * @param own whose servers' polls it tells of
     */
    JdbcGaps(Connections connections, Clock clock, Shards own) {
        this.connections = connections;
        this.clock = clock;
        this.own = own;
    }

    @Override
    public void markAll(Shards shards, boolean replayable) {
        mark(List.of(RAISE, MARK_AGAIN, MARK), "1 = 1" + and(shards, "poll"), replayable, Map.of());
    }

    private String and(Shards shards, String poll) {
        String server = "(SELECT s.server FROM season s WHERE s.id = " + poll + ".season)";
        return OfShards.and(own, server) + OfShards.and(shards, server);
    }

    @Override
    public void markServer(long server) {
        mark(List.of(RAISE, MARK_AGAIN, MARK), OF_SERVER, false, Map.of("id", server));
    }

    @Override
    public void mark(long poll, boolean beginsNow) {
        mark(List.of(beginsNow ? RAISE : HOLD, MARK_AGAIN, MARK), ONE, false, Map.of("id", poll));
    }

    private void mark(List<String> marking, String which, boolean replayable, Map<String, Long> ids) {
        connections.inOne(() -> {
            connections.run(handle -> marking.forEach(
                    sql -> handle.createUpdate(String.format(Locale.ROOT, sql, which, replayable ? "TRUE" : "FALSE"))
                            .bindMap(ids)
                            .execute()));
            return true;
        });
    }

    @Override
    public void recordReplayed(long poll) {
        connections.run(handle -> handle.createUpdate(REPLAYED)
                .bind("poll", poll)
                .bind("now", Columns.at(clock.instant()))
                .execute());
    }

    @Override
    public void recordListed(Gap gap, boolean forGood) {
        connections.run(handle -> handle.createUpdate(forGood ? CLOSED : LISTED)
                .bind("poll", gap.poll())
                .bind("marks", gap.marks())
                .execute());
    }

    @Override
    public List<Gap> open(Shards shards) {
        String which = "WHERE p.state = 'OPEN'" + and(shards, "p");
        return connections.read(handle -> handle.createQuery(SELECT + which + " ORDER BY p.locks_at, p.id")
                .map((row, context) -> gap(row))
                .list());
    }

    @Override
    public List<Long> locking(Instant after, Instant until) {
        return connections.with(
                handle -> handle.createQuery(LOCKING + and(Shards.ALL, "poll") + " ORDER BY locks_at, id")
                        .bind("after", Columns.at(after))
                        .bind("until", Columns.at(until))
                        .mapTo(Long.class)
                        .list());
    }

    @Override
    public Optional<Gap> of(long poll) {
        return connections.read(handle -> handle.createQuery(SELECT + "WHERE g.poll = :poll")
                .bind("poll", poll)
                .map((row, context) -> gap(row))
                .findOne());
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getLong("poll"),
                row.getInt("number"),
                row.getInt("marks"),
                row.getBoolean("replayable"),
                row.getBoolean("listed"));
    }
}
