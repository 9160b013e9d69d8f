package io.github.mirrorball.store;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.ScheduledEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Scheduled events in a table. Only the courier's thread writes a row anew, so a change needs no MERGE. */
final class JdbcScheduledEvents implements ScheduledEvents {

    private static final String OF =
            "SELECT event, told, starts_at, ends_at FROM scheduled_event WHERE season = :season AND episode = :episode";
    private static final String OF_SEASON =
            "SELECT server, season, episode FROM scheduled_event WHERE season = :season ORDER BY episode";
    private static final String FORGET = "DELETE FROM scheduled_event WHERE season = :season AND episode = :episode";
    private static final String KEEP = """
            INSERT INTO scheduled_event (season, episode, server, event, told, starts_at, ends_at)
            VALUES (:season, :episode, :server, :event, :told, :starts, :ends)""";

    private final Connections connections;

    JdbcScheduledEvents(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Standing> of(long season, int episode) {
        return connections.read(handle -> handle.createQuery(OF)
                .bind("season", season)
                .bind("episode", episode)
                .map((row, context) -> standing(row))
                .findOne());
    }

    @Override
    public List<Notice.Event> ofSeason(long season) {
        return connections.read(handle -> handle.createQuery(OF_SEASON)
                .bind("season", season)
                .map((row, context) ->
                        new Notice.Event(row.getLong("server"), row.getLong("season"), row.getInt("episode")))
                .list());
    }

    @Override
    public void keep(Notice.Event which, Standing standing) {
        connections.run(handle -> {
            forget(handle, which);
            handle.createUpdate(KEEP)
                    .bind("season", which.season())
                    .bind("episode", which.episode())
                    .bind("server", which.server())
                    .bind("event", Columns.id(standing.event()))
                    .bind("told", standing.told().facts())
                    .bind("starts", Columns.at(standing.told().starts()))
                    .bind("ends", Columns.at(standing.told().ends()))
                    .execute();
        });
    }

    @Override
    public void forget(Notice.Event which) {
        connections.run(handle -> forget(handle, which));
    }

    private static void forget(Handle handle, Notice.Event which) {
        handle.createUpdate(FORGET)
                .bind("season", which.season())
                .bind("episode", which.episode())
                .execute();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Columns.idIfAny(row, "event"),
                new Told(row.getString("told"), Columns.instant(row, "starts_at"), Columns.instant(row, "ends_at")));
    }
}
