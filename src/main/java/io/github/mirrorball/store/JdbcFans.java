package io.github.mirrorball.store;

import io.github.mirrorball.league.Fans;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Voter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Fans in a table. Its unique key decides who of two polls' first picks adds the fan that both see first. */
final class JdbcFans implements Fans {

    /** So few that they stay in memory: H2 writes larger results to the disk first. */
    private static final int FANS_AT_A_TIME = 10_000;

    private static final String FIND =
            "SELECT id, server, user_id, name FROM fan WHERE server = :server AND user_id = :user";
    /** A join, because H2 would compare each of many rows with each of many ids again. */
    private static final String ALL = """
            SELECT f.id, f.server, f.user_id, f.name
            FROM UNNEST(CAST(:ids AS BIGINT ARRAY)) AS wanted (id) JOIN fan f ON f.id = wanted.id""";

    private static final String SERVERS = """
            SELECT server FROM fan WHERE user_id = :user
            UNION SELECT s.server FROM reaction r JOIN poll p ON p.id = r.poll JOIN season s ON s.id = p.season
                WHERE r.user_id = :user
            UNION SELECT s.server FROM result r JOIN season s ON s.id = r.season WHERE r.entered_by = :user
            UNION SELECT s.server FROM audit a JOIN season s ON s.id = a.season WHERE a.noted_by = :user
            UNION SELECT server FROM server_audit WHERE noted_by = :user
            ORDER BY server""";

    private static final String INSERT = "INSERT INTO fan (server, user_id, name) VALUES (:server, :user, :name)";
    private static final String RENAME = "UPDATE fan SET name = :name WHERE id = :id";

    private static final String SEARCH = """
            SELECT id, server, user_id, name FROM fan
            WHERE server = :server AND POSITION(LOWER(:text) IN LOWER(name)) > 0
            ORDER BY LOWER(name), id FETCH FIRST :most ROWS ONLY""";

    private final Connections connections;

    JdbcFans(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Fan ensure(Voter voter) {
        return connections.with(handle -> find(handle, voter.server(), voter.user())
                .or(() -> insert(handle, voter))
                .or(() -> find(handle, voter.server(), voter.user()))
                .map(fan -> rename(handle, fan, voter.name()))
                .orElseThrow(() -> new StoreException("A fan came and went at the same moment. Try again.")));
    }

    @Override
    public Optional<Fan> find(long server, long user) {
        return connections.read(handle -> find(handle, server, user));
    }

    @Override
    public List<Long> servers(long user) {
        return connections.read(handle ->
                handle.createQuery(SERVERS).bind("user", user).mapTo(Long.class).list());
    }

    @Override
    public void remove(long fan) {
        connections.run(handle -> handle.execute("DELETE FROM fan WHERE id = ?", fan));
    }

    @Override
    public List<Fan> all(Collection<Long> ids) {
        return connections.read(handle -> all(handle, ids));
    }

    @Override
    public List<Fan> search(long server, String text, int most) {
        return connections.read(handle -> handle.createQuery(SEARCH)
                .bind("server", server)
                .bind("text", text)
                .bind("most", most)
                .map((row, context) -> fan(row))
                .list());
    }

    @Override
    public Set<Long> hidden(long season) {
        return connections.read(
                handle -> Set.copyOf(handle.createQuery("SELECT fan FROM hidden_fan WHERE season = :season")
                        .bind("season", season)
                        .mapTo(Long.class)
                        .list()));
    }

    @Override
    public boolean setHidden(long season, long fan, boolean hidden) {
        return connections.with(handle -> hidden
                ? Connections.unlessTaken(
                                handle,
                                () -> handle.execute("INSERT INTO hidden_fan (season, fan) VALUES (?, ?)", season, fan))
                        .isPresent()
                : handle.execute("DELETE FROM hidden_fan WHERE season = ? AND fan = ?", season, fan) > 0);
    }

    static List<Fan> all(Handle handle, Collection<Long> ids) {
        List<Long> all = ids.stream().sorted().toList();
        List<Fan> fans = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += FANS_AT_A_TIME) {
            fans.addAll(some(handle, all.subList(from, Math.min(from + FANS_AT_A_TIME, all.size()))));
        }
        return fans;
    }

    private static List<Fan> some(Handle handle, List<Long> ids) {
        return handle.createQuery(ALL)
                .bind("ids", Columns.ids(ids.toArray()))
                .map((row, context) -> fan(row))
                .list();
    }

    private static Optional<Fan> find(Handle handle, long server, long user) {
        return handle.createQuery(FIND)
                .bind("server", server)
                .bind("user", user)
                .map((row, context) -> fan(row))
                .findOne();
    }

    /** Empty if another transaction was first; its row can be read then, because the insert waited for its commit. */
    private static Optional<Fan> insert(Handle handle, Voter voter) {
        return Connections.unlessTaken(
                        handle,
                        () -> handle.createUpdate(INSERT)
                                .bind("server", voter.server())
                                .bind("user", voter.user())
                                .bind("name", voter.name())
                                .executeAndReturnGeneratedKeys("id")
                                .mapTo(Long.class)
                                .one())
                .map(id -> new Fan(id, voter.server(), voter.user(), voter.name()));
    }

    private static Fan rename(Handle handle, Fan fan, String name) {
        if (fan.name().equals(name)) {
            return fan;
        }
        handle.createUpdate(RENAME).bind("name", name).bind("id", fan.id()).execute();
        return new Fan(fan.id(), fan.server(), fan.user(), name);
    }

    private static Fan fan(ResultSet row) throws SQLException {
        return new Fan(row.getLong("id"), row.getLong("server"), row.getLong("user_id"), row.getString("name"));
    }
}
