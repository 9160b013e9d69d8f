package io.github.mirrorball.store;

import io.github.mirrorball.league.OptIns;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Wishes to be reminded in a table. */
final class JdbcOptIns implements OptIns {

    private static final String UPDATE = "UPDATE opt_in SET channel = :channel WHERE fan = :fan";
    private static final String INSERT = "INSERT INTO opt_in (fan, channel) VALUES (:fan, :channel)";
    private static final String CHANNEL = "SELECT channel FROM opt_in WHERE fan = :fan";
    private static final String MISSING = """
            SELECT o.fan FROM opt_in o JOIN fan f ON f.id = o.fan
            WHERE f.server = :server
                AND (SELECT COUNT(*) FROM pick p WHERE p.fan = o.fan AND p.poll = ANY(:polls)) < :all
            ORDER BY o.fan""";

    private final Connections connections;

    JdbcOptIns(Connections connections) {
        this.connections = connections;
    }

    /** Of two that come at once the later one finds the row of the other. */
    @Override
    public void put(long fan, long channel) {
        connections.run(handle -> {
            for (String sql : List.of(UPDATE, INSERT, UPDATE)) {
                Optional<Integer> written = Connections.unlessTaken(
                        handle,
                        () -> handle.createUpdate(sql)
                                .bind("fan", fan)
                                .bind("channel", channel)
                                .execute());
                if (written.filter(rows -> rows > 0).isPresent()) {
                    return;
                }
            }
        });
    }

    @Override
    public boolean remove(long fan) {
        return connections.with(handle -> handle.execute("DELETE FROM opt_in WHERE fan = ?", fan) > 0);
    }

    @Override
    public OptionalLong channel(long fan) {
        return connections.read(handle -> handle.createQuery(CHANNEL)
                .bind("fan", fan)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    @Override
    public List<Long> missing(long server, Collection<Long> polls) {
        return connections.read(handle -> handle.createQuery(MISSING)
                .bind("server", server)
                .bind("polls", Columns.ids(polls.toArray()))
                .bind("all", polls.size())
                .mapTo(Long.class)
                .list());
    }
}
