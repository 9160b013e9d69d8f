package io.github.mirrorball.store;

import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Corrections;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What corrections changed, in a table. A fan's name is read from the fan, so that it is the last seen one. */
final class JdbcCorrections implements Corrections {

    private static final int ROWS_AT_A_TIME = 10_000;

    private static final String INSERT = """
            INSERT INTO correction (season, episode, version, place, fan, points_before, points_after)
            SELECT CAST(:season AS BIGINT), CAST(:episode AS INT), CAST(:version AS INT), place, fan, points_before, points_after
            FROM UNNEST(CAST(:places AS INT ARRAY), CAST(:fans AS BIGINT ARRAY),
                CAST(:before AS NUMERIC(12, 2) ARRAY), CAST(:after AS NUMERIC(12, 2) ARRAY))
                AS made (place, fan, points_before, points_after)""";

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
        connections.run(handle -> {
            for (int from = 0; from < changes.size(); from += ROWS_AT_A_TIME) {
                int to = Math.min(from + ROWS_AT_A_TIME, changes.size());
                insert(handle, version, from, changes.subList(from, to));
            }
        });
    }

    private static void insert(Handle handle, Version version, int from, List<Change> changes) {
        bind(handle.createUpdate(INSERT), version)
                .bind(
                        "places",
                        Columns.array(
                                "integer",
                                IntStream.range(from, from + changes.size()).boxed()))
                .bind("fans", Columns.array("bigint", changes.stream().map(Change::fan)))
                .bind("before", Columns.array("numeric", changes.stream().map(Change::before)))
                .bind("after", Columns.array("numeric", changes.stream().map(Change::after)))
                .execute();
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
