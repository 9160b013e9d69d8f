package io.github.mirrorball.store;

import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Seasons in tables. The row of a season is what changes to it queue up at. */
final class JdbcSeasons implements Seasons {

    private static final String READ = """
            SELECT id, server, show_name, title, zone, asks, settings, channel, host_channel, mention_role, host_role, archived
            FROM season WHERE id = :id""";
    private static final String HOLD = READ + " FOR UPDATE";
    private static final String OF_SERVER =
            "SELECT id, title, archived FROM season WHERE server = :server ORDER BY archived, id DESC";
    private static final String INSERT = """
            INSERT INTO season (server, show_name, title, zone, asks, settings,
                channel, host_channel, mention_role, host_role, archived)
            VALUES (:server, :show, :title, :zone, :asks, :settings,
                :channel, :hostChannel, :mentionRole, :hostRole, :archived)""";
    private static final String UPDATE = """
            UPDATE season SET show_name = :show, title = :title, zone = :zone, asks = :asks, settings = :settings,
                channel = :channel, host_channel = :hostChannel, mention_role = :mentionRole, host_role = :hostRole,
                archived = :archived
            WHERE id = :id""";

    private final Connections connections;
    private final Clock clock;

    JdbcSeasons(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public long add(long server, SeasonPlan plan, Posting posting, long by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Season season = season(server, plan, posting);
        return connections.with(handle -> {
            long id = bind(handle.createUpdate(INSERT), season)
                    .bind("server", server)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            SeasonParts.replace(handle, id, season);
            plan.results()
                    .forEach((episode, result) ->
                            ResultRows.insert(handle, id, episode, new ResultVersion(1, result, now, by)));
            return id;
        });
    }

    @Override
    public Optional<Season> find(long id) {
        return connections.read(handle -> read(handle, READ, id));
    }

    @Override
    public Optional<Season> hold(long id) {
        return connections.with(handle -> read(handle, HOLD, id));
    }

    @Override
    public List<Named> of(long server) {
        return connections.read(handle -> handle.createQuery(OF_SERVER)
                .bind("server", server)
                .map((row, context) -> new Named(row.getLong("id"), row.getString("title"), row.getBoolean("archived")))
                .list());
    }

    @Override
    public void save(Season season) {
        connections.change(handle -> {
            int found = bind(handle.createUpdate(UPDATE), season)
                    .bind("id", season.id())
                    .execute();
            if (found > 0) {
                SeasonParts.replace(handle, season.id(), season);
            }
            return found;
        });
    }

    @Override
    public boolean record(long season, int episode, ResultVersion version) {
        return connections.change(
                handle -> Connections.unlessTaken(handle, () -> ResultRows.insert(handle, season, episode, version))
                        .isPresent());
    }

    @Override
    public List<ResultVersion> history(long season, int episode) {
        return connections.read(handle -> ResultRows.history(handle, season, episode));
    }

    @Override
    public void remove(long id) {
        connections.change(handle -> handle.execute("DELETE FROM season WHERE id = ?", id));
    }

    private static Optional<Season> read(Handle handle, String sql, long id) {
        return handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) -> season(row))
                .findOne()
                .map(row -> whole(handle, row));
    }

    private static Season whole(Handle handle, Season row) {
        return new Season(
                row.id(),
                row.server(),
                row.show(),
                row.title(),
                row.zone(),
                SeasonParts.cast(handle, row.id()),
                SeasonParts.episodes(handle, row.id()),
                row.asks(),
                row.settings(),
                row.posting(),
                row.archived(),
                ResultRows.newest(handle, row.id()),
                ResultRows.pending(handle, row.id()));
    }

    private static Season season(long server, SeasonPlan plan, Posting posting) {
        return new Season(
                0,
                server,
                plan.show(),
                plan.title(),
                plan.zone(),
                plan.cast(),
                plan.episodes(),
                plan.asks(),
                plan.settings(),
                posting,
                false,
                Map.of());
    }

    private static Season season(ResultSet row) throws SQLException {
        return new Season(
                row.getLong("id"),
                row.getLong("server"),
                row.getString("show_name"),
                row.getString("title"),
                ZoneId.of(row.getString("zone")),
                List.of(),
                List.of(),
                ShowText.asks(row.getString("asks")),
                ShowText.settings(row.getString("settings")),
                posting(row),
                row.getBoolean("archived"),
                Map.of());
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getLong("channel"),
                Columns.idIfAny(row, "host_channel"),
                Columns.idIfAny(row, "mention_role"),
                Columns.idIfAny(row, "host_role"));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Season season) {
        return statement
                .bind("show", season.show())
                .bind("title", season.title())
                .bind("zone", season.zone().getId())
                .bind("asks", ShowText.asks(season.asks()))
                .bind("settings", ShowText.settings(season.settings()))
                .bind("channel", season.posting().channel())
                .bind("hostChannel", Columns.id(season.posting().hostChannel()))
                .bind("mentionRole", Columns.id(season.posting().mentionRole()))
                .bind("hostRole", Columns.id(season.posting().hostRole()))
                .bind("archived", season.archived());
    }
}
