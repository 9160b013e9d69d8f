package io.github.mirrorball.store;

import io.github.mirrorball.league.Draft;
import io.github.mirrorball.league.Drafts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Drafts in a table. A day is one of wire time: it is how long a person may leave a form, whatever the show clock does. */
final class JdbcDrafts implements Drafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private static final String INSERT = """
            INSERT INTO draft (season, episode, base, host, facts, marks, placements, answers, kept_at)
            VALUES (:season, :episode, :base, :host, :facts, :marks, :placements, :answers, :now)""";
    private static final String FIND = """
            SELECT id, season, episode, base, host, facts, marks, placements, answers FROM draft
            WHERE id = :id AND kept_at > :since""";

    private final Connections connections;
    private final InstantSource systemClock;

    JdbcDrafts(Connections connections, InstantSource systemClock) {
        this.connections = connections;
        this.systemClock = systemClock;
    }

    @Override
    public long keep(Draft draft) {
        return connections.with(handle -> {
            handle.createUpdate("DELETE FROM draft WHERE kept_at <= :since")
                    .bind("since", Columns.at(since()))
                    .execute();
            return handle.createUpdate(INSERT)
                    .bind("season", draft.season())
                    .bind("episode", draft.episode())
                    .bind("base", draft.base())
                    .bind("host", draft.by())
                    .bind("facts", ShowText.result(draft.result()))
                    .bind("marks", draft.text().marks())
                    .bind("placements", draft.text().placements())
                    .bind("answers", draft.text().answers())
                    .bind("now", Columns.at(systemClock.instant()))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        });
    }

    @Override
    public Optional<Draft> find(long id) {
        return connections.read(handle -> handle.createQuery(FIND)
                .bind("id", id)
                .bind("since", Columns.at(since()))
                .map((row, context) -> draft(row))
                .findOne());
    }

    @Override
    public boolean drop(long id) {
        return connections.with(handle -> handle.createUpdate("DELETE FROM draft WHERE id = :id AND kept_at > :since")
                        .bind("id", id)
                        .bind("since", Columns.at(since()))
                        .execute())
                > 0;
    }

    private Instant since() {
        return systemClock.instant().minus(KEPT);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getLong("season"),
                row.getInt("episode"),
                row.getInt("base"),
                row.getLong("host"),
                ShowText.result(row.getString("facts")),
                new Draft.Typed(row.getString("marks"), row.getString("placements"), row.getString("answers")));
    }
}
