package io.github.mirrorball.store;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.VoteContext;
import io.github.mirrorball.poll.VoteEligibility;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.AskKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Holds a poll's row and reads what a pick in it depends on. In two statements, because one would judge what depends on the poll by what was
 * true before it waited for the row.
 */
final class EligibilityRows {

    /** What can be guessed as a total; its length is bounded because arithmetic follows. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private static final String HOLD = "SELECT state, locks_at, kind FROM poll WHERE id = :poll FOR UPDATE";
    private static final String STANDS = "SELECT 1 FROM outcome WHERE poll = :poll AND id = :outcome AND NOT struck";

    /** A row for each reaction of the voter's, and one if there is none. */
    private static final String STANCE = """
            SELECT o.id AS standing, f.id AS fan, f.name, k.outcome AS picked, k.picked_at, k.by_reaction,
                r.outcome AS reacted,
                EXISTS (SELECT 1 FROM erased e WHERE e.poll = p.id) AS marked,
                EXISTS (SELECT 1 FROM removal m WHERE m.poll = p.id AND m.user_id = :user) AS removing
            FROM poll p
            LEFT JOIN outcome o ON o.poll = p.id AND o.id = :outcome AND NOT o.struck
            LEFT JOIN fan f ON f.server = :server AND f.user_id = :user
            LEFT JOIN pick k ON k.poll = p.id AND k.fan = f.id
            LEFT JOIN reaction r ON r.poll = p.id AND r.user_id = :user
            WHERE p.id = :poll ORDER BY r.outcome""";

    private EligibilityRows() {}

    static Optional<VoteEligibility> gate(Handle handle, long poll, String outcome) {
        return hold(handle, poll)
                .map(held -> held.gate(outcome, held.kind != AskKind.SCORE && stands(handle, poll, outcome)));
    }

    /** Closes the statement, which a scan leaves open: H2 takes one up again only when it was closed, and reads its SQL anew otherwise. */
    static VoteContext stance(Handle handle, Held held, long poll, Voter voter, String outcome) {
        try (Query query = handle.createQuery(STANCE)) {
            return query.bind("poll", poll)
                    .bind("outcome", outcome)
                    .bind("server", voter.server())
                    .bind("user", voter.user())
                    .scanResultSet((rows, context) -> stance(rows.get(), held, poll, voter, outcome));
        }
    }

    static Optional<Held> hold(Handle handle, long poll) {
        return handle.createQuery(HOLD)
                .bind("poll", poll)
                .map((row, context) -> new Held(
                        PollState.valueOf(row.getString("state")),
                        Columns.instant(row, "locks_at"),
                        AskKind.valueOf(row.getString("kind"))))
                .findOne();
    }

    private static boolean stands(Handle handle, long poll, String outcome) {
        return !outcome.isEmpty()
                && handle.createQuery(STANDS)
                        .bind("poll", poll)
                        .bind("outcome", outcome)
                        .map((row, context) -> true)
                        .findFirst()
                        .isPresent();
    }

    private static VoteContext stance(ResultSet row, Held held, long poll, Voter voter, String outcome)
            throws SQLException {
        row.next();
        VoteEligibility eligibility = held.gate(outcome, row.getString("standing") != null);
        Optional<Fan> fan = fan(row, voter);
        Optional<Pick> pick = pick(row, poll);
        boolean marked = row.getBoolean("marked");
        boolean removing = row.getBoolean("removing");
        List<String> reactions = new ArrayList<>();
        do {
            Columns.textIfAny(row, "reacted").ifPresent(reactions::add);
        } while (row.next());
        return new VoteContext(eligibility, fan, pick, reactions, marked, removing);
    }

    private static Optional<Fan> fan(ResultSet row, Voter voter) throws SQLException {
        long id = row.getLong("fan");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Fan(id, voter.server(), voter.user(), row.getString("name")));
    }

    private static Optional<Pick> pick(ResultSet row, long poll) throws SQLException {
        String picked = row.getString("picked");
        return picked == null
                ? Optional.empty()
                : Optional.of(new Pick(
                        poll,
                        row.getLong("fan"),
                        picked,
                        Columns.instant(row, "picked_at"),
                        row.getBoolean("by_reaction")));
    }

    /** A poll whose row is held. */
    record Held(PollState state, Instant locksAt, AskKind kind) {

        VoteEligibility gate(String outcome, boolean stands) {
            boolean can = kind == AskKind.SCORE ? NUMBER.matcher(outcome).matches() : stands;
            return new VoteEligibility(state, locksAt, can);
        }
    }
}
