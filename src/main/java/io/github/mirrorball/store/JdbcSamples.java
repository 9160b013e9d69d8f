package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.outbox.Sample;
import io.github.mirrorball.outbox.Samples;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Samples in a table. */
final class JdbcSamples implements Samples {

    private static final String ALL = "SELECT id, server, channel, kind, begun_at, posted FROM sample";
    private static final String IN_ORDER = " ORDER BY id";
    private static final String BEGIN =
            "INSERT INTO sample (server, channel, kind, begun_at) VALUES (:server, :channel, :kind, :at)";

    private final Connections connections;
    private final String ofShards;

    /** @param shards whose servers it tells of */
    JdbcSamples(Connections connections, Shards shards) {
        this.connections = connections;
        this.ofShards = OfShards.where(shards, "server");
    }

    @Override
    public Sample begin(long server, long channel, Sample.Kind kind, Instant at) {
        long id = connections.with(handle -> handle.createUpdate(BEGIN)
                .bind("server", server)
                .bind("channel", channel)
                .bind("kind", kind.name())
                .bind("at", Columns.at(at))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        return new Sample(id, server, channel, kind, at, OptionalLong.empty());
    }

    @Override
    public void recordPosted(Sample sample) {
        connections.run(handle -> handle.createUpdate("UPDATE sample SET posted = :posted WHERE id = :id")
                .bind("posted", Columns.id(sample.posted()))
                .bind("id", sample.id())
                .execute());
    }

    @Override
    public void forget(Sample sample) {
        connections.run(handle -> handle.execute("DELETE FROM sample WHERE id = ?", sample.id()));
    }

    @Override
    public List<Sample> of(long server) {
        return connections.read(handle -> handle.createQuery(ALL + " WHERE server = :server" + IN_ORDER)
                .bind("server", server)
                .map((row, context) -> sample(row))
                .list());
    }

    @Override
    public List<Sample> all() {
        return connections.read(handle -> handle.createQuery(ALL + ofShards + IN_ORDER)
                .map((row, context) -> sample(row))
                .list());
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getLong("id"),
                row.getLong("server"),
                row.getLong("channel"),
                Sample.Kind.valueOf(row.getString("kind")),
                Columns.instant(row, "begun_at"),
                Columns.idIfAny(row, "posted"));
    }
}
