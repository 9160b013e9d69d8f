package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.schedule.Moment;
import io.github.mirrorball.schedule.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Moments in a table. A season's row is held by whoever changes them, so that reading and writing them is no race. */
final class JdbcMoments implements Moments {

    private static final String OF_SEASON = "SELECT kind, about, due_at, state FROM moment WHERE season = :season";
    private static final String INSERT = """
            INSERT INTO moment (season, kind, about, due_at, state) VALUES (:season, :kind, :about, :due, :state)""";
    private static final String MOVE = """
            UPDATE moment SET due_at = :due, state = :state
            WHERE season = :season AND kind = :kind AND about = :about""";
    private static final String DROP =
            "DELETE FROM moment WHERE season = :season AND kind = :kind AND about = :about AND state = 'WAITING'";
    private static final String DUE = """
            SELECT m.season, m.kind, m.about, m.due_at FROM moment m JOIN season s ON s.id = m.season
            WHERE m.state = 'WAITING' AND m.due_at <= :now AND NOT s.archived%s
                AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.server = s.server)
            ORDER BY m.due_at, m.season, m.kind, m.about FETCH FIRST :most ROWS ONLY""";
    private static final String DONE = """
            UPDATE moment SET state = 'DONE'
            WHERE season = :season AND kind = :kind AND about = :about AND state = 'WAITING'""";

    private final Connections connections;
    private final String due;

    /** @param shards whose servers' moments it calls due */
    JdbcMoments(Connections connections, Shards shards) {
        this.connections = connections;
        this.due = DUE.formatted(OfShards.and(shards, "s.server"));
    }

    private enum State {
        WAITING,
        DONE,
        PAST
    }

    private record Row(MomentKind.Key key, Instant due, State state) {}

    @Override
    public void keep(long season, Collection<Moment> wanted, Instant now) {
        connections.run(handle -> {
            Map<MomentKind.Key, Row> known = new HashMap<>();
            of(handle, season).forEach(row -> known.put(row.key(), row));
            for (Moment moment : wanted) {
                MomentKind.Key key = MomentKind.key(moment);
                Optional<Row> row = Optional.ofNullable(known.remove(key));
                row.ifPresentOrElse(
                        had -> move(handle, season, had, moment.at(), now),
                        () -> write(handle, INSERT, season, key, moment.at(), now));
            }
            known.values().stream()
                    .filter(row -> row.state() == State.WAITING)
                    .forEach(row ->
                            bind(handle.createUpdate(DROP), season, row.key()).execute());
        });
    }

    private static List<Row> of(Handle handle, long season) {
        return handle.createQuery(OF_SEASON)
                .bind("season", season)
                .map((row, context) -> row(row))
                .list();
    }

    private static void move(Handle handle, long season, Row row, Instant at, Instant now) {
        if (row.state() != State.DONE && !row.due().equals(at)) {
            write(handle, MOVE, season, row.key(), at, now);
        }
    }

    private static void write(Handle handle, String sql, long season, MomentKind.Key key, Instant at, Instant now) {
        bind(handle.createUpdate(sql), season, key)
                .bind("due", Columns.at(at))
                .bind("state", (at.isBefore(now) ? State.PAST : State.WAITING).name())
                .execute();
    }

    @Override
    public List<DueMoment> due(Instant now, int most) {
        return connections.read(handle -> handle.createQuery(due)
                .bind("now", Columns.at(now))
                .bind("most", most)
                .map((row, context) -> dueMoment(row))
                .list());
    }

    @Override
    public boolean markDone(long season, Moment moment) {
        return connections.with(handle ->
                bind(handle.createUpdate(DONE), season, MomentKind.key(moment)).execute() > 0);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, long season, MomentKind.Key key) {
        return statement.bind("season", season).bind("kind", key.kind().name()).bind("about", key.about());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(key(row), Columns.instant(row, "due_at"), State.valueOf(row.getString("state")));
    }

    private static MomentKind.Key key(ResultSet row) throws SQLException {
        return new MomentKind.Key(MomentKind.valueOf(row.getString("kind")), row.getString("about"));
    }

    private static DueMoment dueMoment(ResultSet row) throws SQLException {
        MomentKind.Key key = key(row);
        return new DueMoment(row.getLong("season"), key.kind().moment(key.about(), Columns.instant(row, "due_at")));
    }
}
