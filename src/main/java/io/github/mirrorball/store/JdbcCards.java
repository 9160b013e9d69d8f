package io.github.mirrorball.store;

import io.github.mirrorball.schedule.Cards;
import java.util.Optional;

/** Cards, found by their messages among the notices that were sent. */
final class JdbcCards implements Cards {

    private static final String POLL_ON =
            "SELECT poll FROM notice WHERE message = :message AND kind = 'CARD' AND poll IS NOT NULL";

    private final Connections connections;

    JdbcCards(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Long> pollOn(long message) {
        return connections.with(handle -> handle.createQuery(POLL_ON)
                .bind("message", message)
                .mapTo(Long.class)
                .findFirst());
    }
}
