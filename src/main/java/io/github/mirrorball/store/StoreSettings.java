package io.github.mirrorball.store;

import io.github.mirrorball.ops.Shards;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the store keeps its tables.
 *
 * @param connections how many transactions may run at once; at least 2
 * @param shards whose servers this process looks after, among all that are in the tables
 */
public record StoreSettings(Place place, int connections, Shards shards) {

    /** Migrations hold a lock with one connection while they work with another. */
    static final int FEWEST_CONNECTIONS = 2;

    /**
     * One for each thread that handles what comes in, since each waits for its own commit. More would not make a server faster: votes on
     * one poll follow each other anyway, and it brings commits that meet to the disk together.
     */
    private static final int USUAL_CONNECTIONS = 8;

    public StoreSettings {
        if (connections < FEWEST_CONNECTIONS) {
            throw new IllegalArgumentException("A store needs at least " + FEWEST_CONNECTIONS + " connections");
        }
    }

    /** A database in a file of this process. The database adds {@code .mv.db} to the name unless it ends so already. */
    public static StoreSettings embedded(Path file) {
        return embedded(file, Optional.empty());
    }

    /**
     * A database in a file of this process that is encrypted with AES.
     *
     * @param key of at least one character; empty leaves the file readable for everyone who has it
     */
    public static StoreSettings embedded(Path file, Optional<String> key) {
        return new StoreSettings(new Place.Embedded(file, key), USUAL_CONNECTIONS, Shards.ALL);
    }

    /** A database that is gone when the store is closed. */
    public static StoreSettings inMemory() {
        return new StoreSettings(new Place.Memory(UUID.randomUUID().toString()), USUAL_CONNECTIONS, Shards.ALL);
    }

    /** A database on a PostgreSQL server, 15 or newer, named by a {@code jdbc:postgresql:} URL. */
    public static StoreSettings postgres(String jdbcUrl, String user, String password) {
        return new StoreSettings(new Place.Server(jdbcUrl, user, password), USUAL_CONNECTIONS, Shards.ALL);
    }

    /** The same place as it is now: without its key where the database in it was never encrypted. */
    public StoreSettings asFound() {
        return place instanceof Place.Embedded embedded && EmbeddedFile.isPlain(embedded.file())
                ? new StoreSettings(new Place.Embedded(embedded.file(), Optional.empty()), connections, shards)
                : this;
    }

    /** The same place with another number of connections. */
    public StoreSettings withConnections(int number) {
        return new StoreSettings(place, number, shards);
    }

    /** The same place for a process that looks after these shards' servers. */
    public StoreSettings with(Shards some) {
        return new StoreSettings(place, connections, some);
    }

    /** One of the databases that a store can be in. */
    public sealed interface Place {

        /** A file of this process. */
        record Embedded(Path file, Optional<String> key) implements Place {

            /** Where it is, without what is secret. */
            @Override
            public String toString() {
                return file.toString();
            }
        }

        /** The memory of this process, under a name. */
        record Memory(String name) implements Place {}

        /** A PostgreSQL server. */
        record Server(String jdbcUrl, String user, String password) implements Place {

            /** Where it is, without what may be secret. */
            @Override
            public String toString() {
                int parameters = jdbcUrl.indexOf('?');
                return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
            }
        }
    }
}
