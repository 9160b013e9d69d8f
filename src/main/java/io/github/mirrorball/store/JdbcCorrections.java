package io.github.mirrorball.store;

import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Corrections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** What corrections changed, in a table. A fan's name is read from the fan, so that it is the last seen one. */
final class JdbcCorrections implements Corrections {

    private static final String INSERT = """
            INSERT INTO correction (season, episode, version, place, fan, points_before, points_after)
            VALUES (:season, :episode, :version, :place, :fan, :before, :after)""";
    private static final String PAGE = """
            SELECT c.fan, f.name, c.points_before, c.points_after FROM correction c JOIN fan f ON f.id = c.fan
            WHERE c.season = :season AND c.episode = :episode AND c.version = :version
            ORDER BY c.place OFFSET :from ROWS FETCH FIRST :size ROWS ONLY""";
    private static final String SIZE = """
            SELECT COUNT(*) FROM correction
            WHERE season = :season AND episode = :episode AND version = :version""";

    private final Connections connections;

    JdbcCorrections(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void keep(Version version, List<Change> changes) {
        connections.run(handle -> insert(handle, version, changes));
    }

    private static void insert(Handle handle, Version version, List<Change> changes) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
            for (int place = 0; place < changes.size(); place++) {
                Change change = changes.get(place);
                bind(batch, version)
                        .bind("place", place)
                        .bind("fan", change.fan())
                        .bind("before", change.before())
                        .bind("after", change.after())
                        .add();
            }
            batch.execute();
        }
    }

    @Override
    public List<Change> page(Version version, int from, int size) {
        return connections.read(handle -> bind(handle.createQuery(PAGE), version)
                .bind("from", from)
                .bind("size", size)
                .map((row, context) -> new Change(
                        row.getLong("fan"),
                        row.getString("name"),
                        row.getBigDecimal("points_before"),
                        row.getBigDecimal("points_after")))
                .list());
    }

    @Override
    public int size(Version version) {
        return connections.read(handle ->
                bind(handle.createQuery(SIZE), version).mapTo(Integer.class).one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Version version) {
        return statement
                .bind("season", version.season())
                .bind("episode", version.episode())
                .bind("version", version.version());
    }
}
