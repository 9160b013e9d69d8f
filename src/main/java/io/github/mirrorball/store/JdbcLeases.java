package io.github.mirrorball.store;

import io.github.mirrorball.ops.Leases;
import io.github.mirrorball.ops.Shards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Leases in a table. Who takes one holds the installation's row, so that one after another looks and takes. An instant is that of the
 * transaction's beginning, which is the safe side: one's own lease ends rather too early, another's too late.
 */
final class JdbcLeases implements Leases {

    private static final String ONE_AFTER_ANOTHER = "SELECT id FROM installation FOR UPDATE";
    private static final String OTHERS = """
            SELECT holder, process, first_shard, last_shard, total, ends_at <= CURRENT_TIMESTAMP AS is_over FROM lease
            WHERE holder <> :holder ORDER BY first_shard, holder""";
    private static final String END = "CURRENT_TIMESTAMP + INTERVAL '" + LASTS.toSeconds() + "' SECOND";
    private static final String TAKE = """
            INSERT INTO lease (holder, process, first_shard, last_shard, total, ends_at)
            VALUES (:holder, :process, :first, :last, :total,\s""" + END + ")";
    private static final String END_OF = "DELETE FROM lease WHERE holder = ?";
    private static final String RENEW = "UPDATE lease SET ends_at = " + END + " WHERE holder = :holder";

    private final Connections connections;
    private final Runnable installation;
    private final Consumer<String> taken;

    /**
     * @param installation sees to it that there is a row of the installation
     * @param taken is told the holder of a lease that was taken
     */
    JdbcLeases(Connections connections, Runnable installation, Consumer<String> taken) {
        this.connections = connections;
        this.installation = installation;
        this.taken = taken;
    }

    /** Which process uses the database; until this transaction ends, no other begins to. */
    static Optional<String> user(Handle handle) {
        handle.createQuery(ONE_AFTER_ANOTHER).mapTo(String.class).findOne();
        return handle.createQuery("SELECT process FROM lease WHERE ends_at > CURRENT_TIMESTAMP ORDER BY ends_at")
                .mapTo(String.class)
                .findFirst();
    }

    @Override
    public Optional<Holder> take(String holder, String process, Shards shards) {
        installation.run();
        Optional<Holder> inTheWay = connections.withoutLease(handle -> takeIfFree(handle, holder, process, shards));
        if (inTheWay.isEmpty()) {
            taken.accept(holder);
        }
        return inTheWay;
    }

    private static Optional<Holder> takeIfFree(Handle handle, String holder, String process, Shards shards) {
        handle.createQuery(ONE_AFTER_ANOTHER).mapTo(String.class).one();
        List<Lease> others = others(handle, holder, shards);
        Optional<Holder> other = others.stream()
                .filter(each -> !each.isOver())
                .map(Lease::holder)
                .findFirst();
        if (other.isEmpty()) {
            others.forEach(over -> handle.execute(END_OF, over.id()));
            take(handle, holder, process, shards);
        }
        return other;
    }

    /** The leases of others on any of these servers. One that is over stands until somebody wants its shards. */
    private static List<Lease> others(Handle handle, String holder, Shards shards) {
        return handle.createQuery(OTHERS).bind("holder", holder).map((row, context) -> lease(row)).list().stream()
                .filter(other -> other.holder().shards().meets(shards))
                .toList();
    }

    private static void take(Handle handle, String holder, String process, Shards shards) {
        handle.createUpdate(TAKE)
                .bind("holder", holder)
                .bind("process", process)
                .bind("first", shards.first())
                .bind("last", shards.last())
                .bind("total", shards.total())
                .execute();
    }

    @Override
    public boolean renew(String holder) {
        return connections.withoutLease(
                handle -> handle.createUpdate(RENEW).bind("holder", holder).execute() > 0);
    }

    @Override
    public void giveBack(String holder) {
        connections.withoutLease(handle -> handle.execute(END_OF, holder));
    }

    private record Lease(String id, Holder holder, boolean isOver) {}

    private static Lease lease(ResultSet row) throws SQLException {
        Shards shards = new Shards(row.getInt("first_shard"), row.getInt("last_shard"), row.getInt("total"));
        return new Lease(
                row.getString("holder"), new Holder(row.getString("process"), shards), row.getBoolean("is_over"));
    }
}
