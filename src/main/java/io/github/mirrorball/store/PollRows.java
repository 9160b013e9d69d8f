package io.github.mirrorball.store;

import io.github.mirrorball.poll.ManualOverride;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Reads polls with their outcomes in one statement, so that both are of one moment. */
final class PollRows {

    private static final String SELECT = """
            SELECT p.id, p.season, s.server, p.episode, p.ask, p.state, p.opens_at, p.locks_at, p.secret,
                p.called_off, p.own_lock,
                o.id AS outcome, o.label, o.emoji, o.struck, o.earlier
            FROM poll p
            JOIN season s ON s.id = p.season
            LEFT JOIN episode e ON e.season = p.season AND e.number = p.episode
            LEFT JOIN outcome o ON o.poll = p.id
            WHERE\s""";
    private static final String OUTCOMES =
            "SELECT id AS outcome, label, emoji, struck, earlier FROM outcome WHERE poll = :poll ORDER BY place";

    private PollRows() {}

    /** The polls for which a condition on one {@code :id} holds, in its order, which ends with the outcomes' place. */
    static List<Poll> read(Handle handle, String condition, long id) {
        return read(handle, condition, (position, statement, context) -> statement.setLong(position, id));
    }

    /** The same for a condition on several. */
    static List<Poll> read(Handle handle, String condition, Argument id) {
        Map<Long, Poll> polls = new LinkedHashMap<>();
        Map<Long, List<Outcome>> outcomes = new LinkedHashMap<>();
        handle.createQuery(SELECT + condition)
                .bind("id", id)
                .map((row, context) -> add(row, polls, outcomes))
                .forEach(known -> {});
        return polls.values().stream()
                .map(poll -> poll.with(outcomes.getOrDefault(poll.id(), List.of())))
                .toList();
    }

    static List<Outcome> outcomes(Handle handle, long poll) {
        return handle.createQuery(OUTCOMES)
                .bind("poll", poll)
                .map((row, context) -> outcome(row))
                .list();
    }

    private static boolean add(ResultSet row, Map<Long, Poll> polls, Map<Long, List<Outcome>> outcomes)
            throws SQLException {
        long id = row.getLong("id");
        boolean isNew = !polls.containsKey(id);
        if (isNew) {
            polls.put(id, poll(row));
        }
        if (Columns.textIfAny(row, "outcome").isPresent()) {
            outcomes.computeIfAbsent(id, poll -> new ArrayList<>()).add(outcome(row));
        }
        return isNew;
    }

    private static Poll poll(ResultSet row) throws SQLException {
        return new Poll(
                row.getLong("id"),
                row.getLong("season"),
                row.getLong("server"),
                Columns.numberIfAny(row, "episode"),
                ShowText.ask(row.getString("ask")),
                PollState.valueOf(row.getString("state")),
                Columns.instantIfAny(row, "opens_at"),
                Columns.instant(row, "locks_at"),
                row.getBoolean("secret"),
                List.of(),
                new ManualOverride(row.getBoolean("called_off"), Columns.localIfAny(row, "own_lock")));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getString("outcome"),
                row.getString("label"),
                row.getString("emoji"),
                row.getBoolean("struck"),
                earlier(row.getString("earlier")));
    }

    private static List<String> earlier(String earlier) {
        return earlier.isEmpty() ? List.of() : List.of(earlier.split(" "));
    }
}
