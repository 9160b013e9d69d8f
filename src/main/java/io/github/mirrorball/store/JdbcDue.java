package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.schedule.Due;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What is due, read from the polls by two indexes, state and opening, state and lock; and the moments by one like them. In a server that
 * the bot was taken out of, what is open locks in time, and nothing else is due.
 */
final class JdbcDue implements Due {

    private static final String TO_OPEN = """
            SELECT p.id, p.season, p.opens_at AS due FROM poll p JOIN season s ON s.id = p.season
            WHERE p.state = 'SCHEDULED' AND p.opens_at <= :now AND p.locks_at > :now AND NOT s.archived%s
                AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.server = s.server)
            ORDER BY p.opens_at, p.id FETCH FIRST :most ROWS ONLY""";
    private static final String TO_LOCK = """
            SELECT p.id, p.season, p.locks_at AS due FROM poll p JOIN season s ON s.id = p.season
            WHERE p.state = 'OPEN' AND p.locks_at <= :now AND NOT s.archived%s
            ORDER BY p.locks_at, p.id FETCH FIRST :most ROWS ONLY""";

    /** The places that a season ends with are all that a result can say about another episode's poll. */
    private static final String JUST_TO_LOCK = """
            SELECT p.id, p.season, p.locks_at AS due FROM poll p JOIN season s ON s.id = p.season
            WHERE p.state = 'OPEN' AND p.locks_at <= :now AND NOT s.archived%s
                AND NOT EXISTS (SELECT 1 FROM result r WHERE r.season = p.season AND (
                    p.episode IS NULL OR r.episode = p.episode
                    OR (p.kind = 'WINNER' AND r.facts NOT LIKE '%%"placements":{}%%')))
                AND NOT EXISTS (SELECT 1 FROM moment m WHERE m.season = p.season AND m.kind = 'REMINDER'
                    AND m.state = 'WAITING' AND m.due_at <= :now)
            ORDER BY p.state, p.locks_at FETCH FIRST :most ROWS ONLY""";

    private static final String HOLD = "SELECT id FROM season WHERE id = ANY(:ids) ORDER BY id FOR UPDATE SKIP LOCKED";

    private static final String NEXT_OPENING = """
            SELECT p.opens_at AS due FROM poll p JOIN season s ON s.id = p.season
            WHERE p.state = 'SCHEDULED' AND p.opens_at > :now AND p.locks_at > p.opens_at AND NOT s.archived%s
                AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.server = s.server)
            ORDER BY p.state, p.opens_at FETCH FIRST ROW ONLY""";
    private static final String NEXT_LOCK = """
            SELECT p.locks_at AS due FROM poll p JOIN season s ON s.id = p.season
            WHERE p.state = 'OPEN' AND p.locks_at > :now AND NOT s.archived%s
            ORDER BY p.state, p.locks_at FETCH FIRST ROW ONLY""";

    private static final String NEXT_MOMENT = """
            SELECT m.due_at AS due FROM moment m JOIN season s ON s.id = m.season
            WHERE m.state = 'WAITING' AND m.due_at > :now AND NOT s.archived%s
                AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.server = s.server)
            ORDER BY m.state, m.due_at FETCH FIRST ROW ONLY""";

    private static final String NEXT_WIPE = "SELECT wipe_at AS due FROM checkpoint WHERE wipe_at > :now";

    private final Connections connections;
    private final Consumer<Instant> wiper;
    private final String toOpen;
    private final String toLock;
    private final String justToLock;
    private final List<String> next;

    /**
     * @param shards whose servers it looks at
     * @param wiper has wiped from the disk what was deleted up to an instant, and returns at once
     */
    JdbcDue(Connections connections, Shards shards, Consumer<Instant> wiper) {
        this.connections = connections;
        this.wiper = wiper;
        String ofShards = OfShards.and(shards, "s.server");
        toOpen = TO_OPEN.formatted(ofShards);
        toLock = TO_LOCK.formatted(ofShards);
        justToLock = JUST_TO_LOCK.formatted(ofShards);
        next = Stream.of(NEXT_OPENING, NEXT_LOCK, NEXT_MOMENT, NEXT_WIPE)
                .map(sql -> String.format(Locale.ROOT, sql, ofShards))
                .toList();
    }

    @Override
    public List<DuePoll> toOpen(Instant now, int most) {
        return due(toOpen, now, most);
    }

    @Override
    public List<DuePoll> toLock(Instant now, int most) {
        return due(toLock, now, most);
    }

    /** Asked twice, since a season may have changed before it was held. */
    @Override
    public List<DuePoll> holdToLock(Instant now, int most) {
        return connections.with(handle -> {
            List<DuePoll> found = due(justToLock, now, most);
            Set<Long> held = found.isEmpty() ? Set.of() : hold(handle, found);
            return held.isEmpty()
                    ? List.of()
                    : due(justToLock, now, most).stream()
                            .filter(poll -> held.contains(poll.season()))
                            .toList();
        });
    }

    private static Set<Long> hold(Handle handle, List<DuePoll> found) {
        return Set.copyOf(handle.createQuery(HOLD)
                .bind("ids", Columns.ids(found.stream().map(DuePoll::season).toArray()))
                .mapTo(Long.class)
                .list());
    }

    @Override
    public void wipe(Instant now) {
        connections.read(WipeDue::find).filter(due -> !due.isAfter(now)).ifPresent(due -> wiper.accept(now));
    }

    @Override
    public Optional<Instant> nextAfter(Instant now) {
        return connections.read(handle ->
                next.stream().flatMap(sql -> next(handle, sql, now).stream()).min(Instant::compareTo));
    }

    private List<DuePoll> due(String sql, Instant now, int most) {
        return connections.read(handle -> handle.createQuery(sql)
                .bind("now", Columns.at(now))
                .bind("most", most)
                .map((row, context) -> poll(row))
                .list());
    }

    private static Optional<Instant> next(Handle handle, String sql, Instant now) {
        return handle.createQuery(sql)
                .bind("now", Columns.at(now))
                .map((row, context) -> Columns.instant(row, "due"))
                .findFirst();
    }

    private static DuePoll poll(ResultSet row) throws SQLException {
        return new DuePoll(row.getLong("id"), row.getLong("season"), Columns.instant(row, "due"));
    }
}
