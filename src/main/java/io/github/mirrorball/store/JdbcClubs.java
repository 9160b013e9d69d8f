package io.github.mirrorball.store;

import io.github.mirrorball.league.Clubs;
import io.github.mirrorball.poll.Club;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Clubs in tables. Unique keys decide who of two founds a name first, and that a fan is in one club. */
final class JdbcClubs implements Clubs {

    private static final String CLUB = """
            SELECT c.id, c.server, c.name, (SELECT COUNT(*) FROM club_member m WHERE m.club = c.id) AS members
            FROM club c\s""";
    private static final String FIND = CLUB + "WHERE c.id = :id";
    private static final String OF_SERVER = CLUB + """
            WHERE c.server = :server AND EXISTS (SELECT 1 FROM club_member m WHERE m.club = c.id)
            ORDER BY members DESC, c.folded""";
    private static final String OF_FAN = CLUB + "WHERE c.id = (SELECT m.club FROM club_member m WHERE m.fan = :fan)";

    private final Connections connections;

    JdbcClubs(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Long> add(long server, String name) {
        return connections.with(handle -> Connections.unlessTaken(
                handle,
                () -> handle.createUpdate("INSERT INTO club (server, name, folded) VALUES (:server, :name, :folded)")
                        .bind("server", server)
                        .bind("name", name)
                        .bind("folded", Club.folded(name))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public Optional<Club> find(long id) {
        return connections.read(handle -> find(handle, id));
    }

    /** Counts after the row is held, so that the count is the last word. */
    @Override
    public Optional<Club> hold(long id) {
        return connections.with(handle -> handle.createQuery("SELECT id FROM club WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .flatMap(held -> find(handle, held)));
    }

    private static Optional<Club> find(Handle handle, long id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .map((row, context) -> club(row))
                .findOne();
    }

    @Override
    public List<Club> of(long server) {
        return connections.read(handle -> handle.createQuery(OF_SERVER)
                .bind("server", server)
                .map((row, context) -> club(row))
                .list());
    }

    @Override
    public Optional<Club> ofFan(long fan) {
        return connections.read(handle -> handle.createQuery(OF_FAN)
                .bind("fan", fan)
                .map((row, context) -> club(row))
                .findOne());
    }

    @Override
    public boolean join(long club, long fan) {
        return connections.with(handle -> Connections.unlessTaken(
                        handle, () -> handle.execute("INSERT INTO club_member (fan, club) VALUES (?, ?)", fan, club))
                .isPresent());
    }

    @Override
    public void leave(long fan) {
        connections.run(handle -> handle.execute("DELETE FROM club_member WHERE fan = ?", fan));
    }

    @Override
    public void tidy(long server) {
        connections.run(handle -> handle.execute(
                "DELETE FROM club WHERE server = ? AND NOT EXISTS (SELECT 1 FROM club_member m WHERE m.club = club.id)",
                server));
    }

    @Override
    public boolean rename(long club, String name) {
        return connections.with(handle -> Connections.unlessTaken(
                        handle,
                        () -> handle.createUpdate("UPDATE club SET name = :name, folded = :folded WHERE id = :id")
                                .bind("name", name)
                                .bind("folded", Club.folded(name))
                                .bind("id", club)
                                .execute())
                .isPresent());
    }

    @Override
    public void remove(long club) {
        connections.run(handle -> handle.execute("DELETE FROM club WHERE id = ?", club));
    }

    private static Club club(ResultSet row) throws SQLException {
        return new Club(row.getLong("id"), row.getLong("server"), row.getString("name"), row.getInt("members"));
    }
}
