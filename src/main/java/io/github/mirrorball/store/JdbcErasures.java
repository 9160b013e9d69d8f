package io.github.mirrorball.store;

import io.github.mirrorball.reactions.Erasures;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Traces and marks in tables. A mark or a seal is an HMAC under the installation's id, as the first versions had it, and that once more under
 * the secret that nobody but the database and its backups has.
 */
final class JdbcErasures implements Erasures {

    private static final String OF_SERVER =
            "poll IN (SELECT p.id FROM poll p JOIN season s ON s.id = p.season WHERE s.server = :server)";
    private static final String TRACES =
            "SELECT poll, outcome FROM reaction WHERE user_id = :user AND " + OF_SERVER + " ORDER BY poll, outcome";
    private static final String FORGET_REACTIONS = "DELETE FROM reaction WHERE user_id = :user AND " + OF_SERVER;
    private static final String FORGET_REMOVALS = "DELETE FROM removal WHERE user_id = :user AND " + OF_SERVER;
    private static final String KNOWN = """
            SELECT server, user_id FROM fan
            UNION
            SELECT s.server, r.user_id FROM reaction r JOIN poll p ON p.id = r.poll JOIN season s ON s.id = p.season""";
    private static final String MARKED = "SELECT 1 FROM erased WHERE poll = :poll AND mark = :mark";
    private static final String LIFT = "DELETE FROM erased WHERE poll = :poll AND mark = :mark";
    private static final String MARK = "INSERT INTO erased (poll, mark) VALUES (:poll, :mark)";

    private final Connections connections;
    private final Supplier<String> installation;
    private final InstantSource clock;

    /**
     * @param installation its id
     * @param clock the show clock
     */
    JdbcErasures(Connections connections, Supplier<String> installation, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
        this.installation = installation;
    }

    @Override
    public List<Trace> traces(long server, long user) {
        return connections.read(handle -> handle.createQuery(TRACES)
                .bind("server", server)
                .bind("user", user)
                .map((row, context) -> new Trace(row.getLong("poll"), row.getString("outcome")))
                .list());
    }

    @Override
    public void forget(long server, long user) {
        connections.run(handle -> {
            List.of(FORGET_REACTIONS, FORGET_REMOVALS)
                    .forEach(sql -> handle.createUpdate(sql)
                            .bind("server", server)
                            .bind("user", user)
                            .execute());
            WipeDue.owe(handle, clock.instant());
        });
    }

    @Override
    public List<Someone> known() {
        return connections.with(handle -> handle.createQuery(KNOWN)
                .map((row, context) -> new Someone(row.getLong("server"), row.getLong("user_id")))
                .list());
    }

    @Override
    public Seal seal(long server, long user) {
        String unkeyed = hash("server:" + server + ":" + user);
        return new Seal(keyed(unkeyed), unkeyed);
    }

    @Override
    public String keyed(String unkeyed) {
        return connections.with(handle -> SealKey.keyed(SealKey.of(handle), unkeyed));
    }

    @Override
    public void mark(long poll, long user, List<String> outcomes) {
        List<String> marks = outcomes.stream()
                .filter(outcome -> !isMarked(poll, user, outcome))
                .map(outcome -> hash(poll, user, outcome))
                .toList();
        connections.run(handle -> insert(handle, poll, marks));
    }

    private static void insert(Handle handle, long poll, List<String> marks) {
        try (PreparedBatch batch = handle.prepareBatch(MARK)) {
            marks.forEach(mark -> batch.bind("poll", poll).bind("mark", mark).add());
            batch.execute();
        }
    }

    @Override
    public boolean isMarked(long poll, long user, String outcome) {
        return connections.with(handle -> handle.createQuery(MARKED)
                .bind("poll", poll)
                .bind("mark", hash(poll, user, outcome))
                .map((row, context) -> true)
                .findFirst()
                .isPresent());
    }

    @Override
    public void lift(long poll, long user, String outcome) {
        connections.run(handle -> handle.createUpdate(LIFT)
                .bind("poll", poll)
                .bind("mark", hash(poll, user, outcome))
                .execute());
    }

    private String hash(long poll, long user, String outcome) {
        return keyed(hash(poll + ":" + user + ":" + outcome));
    }

    private String hash(String of) {
        return Sha256.hmac(installation.get().getBytes(StandardCharsets.UTF_8), of);
    }
}
