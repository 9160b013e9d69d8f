package io.github.mirrorball.store;

import io.github.mirrorball.outbox.Cards;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Cards, found by their messages among the notices that were sent. One whose message is gone is LOST. */
final class JdbcCards implements Cards {

    private static final String POLL_ON =
            "SELECT poll FROM notice WHERE message = :message AND kind = 'CARD' AND poll IS NOT NULL";
    private static final String COMING =
            "SELECT 1 FROM notice WHERE poll = :poll AND kind = 'CARD' AND state IN ('OWED', 'PARKED')";
    private static final String LOSE = """
            UPDATE notice SET state = 'LOST', message = NULL
            WHERE poll = :poll AND kind = 'CARD' AND state = 'SENT' AND message = :message""";
    private static final List<String> FORGET_REACTIONS = List.of(
            "DELETE FROM reaction WHERE poll = :poll",
            "DELETE FROM removal WHERE poll = :poll",
            "DELETE FROM erased WHERE poll = :poll");

    private final Connections connections;

    JdbcCards(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Long> pollOn(long message) {
        return connections.read(handle -> handle.createQuery(POLL_ON)
                .bind("message", message)
                .mapTo(Long.class)
                .findFirst());
    }

    @Override
    public boolean isComing(long poll) {
        return connections.read(handle -> handle.createQuery(COMING)
                .bind("poll", poll)
                .map((row, context) -> true)
                .findFirst()
                .isPresent());
    }

    @Override
    public boolean forget(long poll, long message) {
        return connections.with(handle -> {
            int lost = handle.createUpdate(LOSE)
                    .bind("poll", poll)
                    .bind("message", message)
                    .execute();
            if (lost > 0) {
                forgetReactions(handle, poll);
            }
            return lost > 0;
        });
    }

    @Override
    public void forgetReactions(long poll) {
        connections.run(handle -> forgetReactions(handle, poll));
    }

    private static void forgetReactions(Handle handle, long poll) {
        FORGET_REACTIONS.forEach(
                sql -> handle.createUpdate(sql).bind("poll", poll).execute());
    }
}
