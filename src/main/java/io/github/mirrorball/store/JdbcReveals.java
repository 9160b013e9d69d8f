package io.github.mirrorball.store;

import io.github.mirrorball.league.Reveals;

/** The one mark that a version of a result has. */
final class JdbcReveals implements Reveals {

    private static final String REVEAL = """
            UPDATE result SET revealed = TRUE
            WHERE season = :season AND episode = :episode AND version <= :version AND NOT revealed""";

    private final Connections connections;

    JdbcReveals(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void reveal(long season, int episode, int version) {
        connections.change(handle -> handle.createUpdate(REVEAL)
                .bind("season", season)
                .bind("episode", episode)
                .bind("version", version)
                .execute());
    }
}
