package io.github.mirrorball.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections and knows those that are in use, so that none can hold up the end. Thread-safe. */
final class OpenConnections implements ConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    private final Source source;
    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();

    /** @param source gives a connection of its own to each that asks */
    OpenConnections(Source source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection opened = source.open();
        inUse.add(opened);
        return opened;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        inUse.remove(connection);
        connection.close();
    }

    /** Breaks off whatever is under way: whoever waits for the server's answer gets an exception instead. */
    void abort() {
        inUse.forEach(OpenConnections::abort);
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            LOG.debug("A connection could not be broken off", broken);
        }
    }

    /** Where connections come from. */
    interface Source {
        Connection open() throws SQLException;
    }
}
