package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The memory of reactions in tables. Callers hold the poll, so a look before a write is enough here. */
final class JdbcReactions implements Reactions {

    private static final String ADD = """
            INSERT INTO reaction (poll, user_id, outcome)
            SELECT CAST(:poll AS BIGINT), CAST(:user AS BIGINT), CAST(:outcome AS VARCHAR)
            WHERE NOT EXISTS (
                SELECT 1 FROM reaction WHERE poll = :poll AND user_id = :user AND outcome = :outcome)""";
    private static final String REMOVE =
            "DELETE FROM reaction WHERE poll = :poll AND user_id = :user AND outcome = :outcome";
    private static final String STANDING =
            "SELECT outcome FROM reaction WHERE poll = :poll AND user_id = :user ORDER BY outcome";

    private static final String SAVE = """
            MERGE INTO removal USING (VALUES
                (CAST(:poll AS BIGINT), CAST(:user AS BIGINT), CAST(:outcome AS VARCHAR), CAST(:sent AS BOOLEAN))
            ) v (poll, user_id, outcome, sent)
            ON removal.poll = v.poll AND removal.user_id = v.user_id AND removal.outcome = v.outcome
            WHEN MATCHED THEN UPDATE SET sent = v.sent
            WHEN NOT MATCHED THEN
                INSERT (poll, user_id, outcome, sent) VALUES (v.poll, v.user_id, v.outcome, v.sent)""";
    private static final String FORGET = """
            DELETE FROM removal
            WHERE poll = :poll AND user_id = :user AND outcome = :outcome AND sent = :sent""";
    private static final String FORGET_SENT = "DELETE FROM removal WHERE poll = :poll AND sent = TRUE";
    private static final String REMOVAL = """
            SELECT poll, user_id, outcome, sent FROM removal
            WHERE poll = :poll AND user_id = :user AND outcome = :outcome""";
    private static final String ASKED = """
            SELECT poll, user_id, outcome, sent FROM removal
            WHERE sent = FALSE AND NOT EXISTS (
                SELECT 1 FROM poll p JOIN season s ON s.id = p.season JOIN departure d ON d.server = s.server
                WHERE p.id = removal.poll)%s
            ORDER BY id FETCH FIRST :most ROWS ONLY""";

    private static final String SERVER =
            "(SELECT s.server FROM poll p JOIN season s ON s.id = p.season WHERE p.id = removal.poll)";

    private final Connections connections;
    private final String asked;

    /** @param shards whose servers' removals it asks for */
    JdbcReactions(Connections connections, Shards shards) {
        this.connections = connections;
        this.asked = ASKED.formatted(OfShards.and(shards, SERVER));
    }

    @Override
    public boolean add(long poll, long user, String outcome) {
        return connections.with(
                handle -> bind(handle.createUpdate(ADD), poll, user, outcome).execute() > 0);
    }

    @Override
    public boolean remove(long poll, long user, String outcome) {
        return connections.with(
                handle -> bind(handle.createUpdate(REMOVE), poll, user, outcome).execute() > 0);
    }

    @Override
    public List<String> standing(long poll, long user) {
        return connections.read(handle -> handle.createQuery(STANDING)
                .bind("poll", poll)
                .bind("user", user)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<Removal> asked(int most) {
        return connections.read(handle -> handle.createQuery(asked)
                .bind("most", most)
                .map((row, context) -> removal(row))
                .list());
    }

    @Override
    public Optional<Removal> removal(long poll, long user, String outcome) {
        return connections.read(handle -> find(handle, poll, user, outcome));
    }

    @Override
    public void save(Removal removal) {
        connections.run(handle -> bind(handle.createUpdate(SAVE), removal).execute());
    }

    @Override
    public void forget(Removal removal) {
        connections.run(handle -> bind(handle.createUpdate(FORGET), removal).execute());
    }

    @Override
    public void forgetSent(long poll) {
        connections.run(
                handle -> handle.createUpdate(FORGET_SENT).bind("poll", poll).execute());
    }

    private static Optional<Removal> find(Handle handle, long poll, long user, String outcome) {
        return bind(handle.createQuery(REMOVAL), poll, user, outcome)
                .map((row, context) -> removal(row))
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Removal removal) {
        return bind(statement, removal.poll(), removal.user(), removal.outcome())
                .bind("sent", removal.sent());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, long poll, long user, String outcome) {
        return statement.bind("poll", poll).bind("user", user).bind("outcome", outcome);
    }

    private static Removal removal(ResultSet row) throws SQLException {
        return new Removal(
                row.getLong("poll"), row.getLong("user_id"), row.getString("outcome"), row.getBoolean("sent"));
    }
}
