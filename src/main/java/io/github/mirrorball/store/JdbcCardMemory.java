package io.github.mirrorball.store;

import io.github.mirrorball.reactions.CardMemory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and clears the table of reactions, and that of removals with it: what is gone need not be taken away. */
final class JdbcCardMemory implements CardMemory {

    private static final String ON = "SELECT user_id, outcome FROM reaction WHERE poll = :poll";
    private static final List<String> CLEAR =
            List.of("DELETE FROM reaction WHERE poll = ?", "DELETE FROM removal WHERE poll = ?");
    private static final List<String> CLEAR_ONE = List.of(
            "DELETE FROM reaction WHERE poll = ? AND outcome = ?",
            "DELETE FROM removal WHERE poll = ? AND outcome = ?");

    private final Connections connections;

    JdbcCardMemory(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Map<Long, Set<String>> on(long poll) {
        Map<Long, Set<String>> standing = new HashMap<>();
        connections.run(handle -> handle.createQuery(ON)
                .bind("poll", poll)
                .map((row, context) -> Map.entry(row.getLong("user_id"), row.getString("outcome")))
                .forEach(each -> standing.computeIfAbsent(each.getKey(), user -> new HashSet<>())
                        .add(each.getValue())));
        return standing;
    }

    @Override
    public void forgetAll(long poll) {
        connections.run(handle -> CLEAR.forEach(sql -> handle.execute(sql, poll)));
    }

    @Override
    public void forgetAll(long poll, String outcome) {
        connections.run(handle -> CLEAR_ONE.forEach(sql -> handle.execute(sql, poll, outcome)));
    }
}
