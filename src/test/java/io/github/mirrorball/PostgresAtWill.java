package io.github.mirrorball;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of one's own to which something happens. */
final class PostgresAtWill implements AutoCloseable {

    /** What can happen to it. */
    enum Trouble {
        /** It ends, and whoever calls is refused. */
        STOPPED,
        /** It stands still: connections are taken, and nothing is answered. */
        FROZEN,
        /** Whoever was connected is thrown out, and others are in all the places. */
        FULL
    }

    private static final int MOST = 12;

    private final Path data = inNewDirectory();
    private final EmbeddedPostgres server = started();
    private final List<Connection> crowd = new ArrayList<>();
    private List<ProcessHandle> frozen = List.of();

    private static Path inNewDirectory() {
        try {
            return Files.createTempDirectory("postgres").resolve("data");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("max_connections", Integer.toString(MOST))
                    .start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
    }

    /** The number that a query gives. */
    long number(String query) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException missing) {
            return -1;
        }
    }

    void befall(Trouble trouble) throws IOException {
        switch (trouble) {
            case STOPPED -> server.close();
            case FROZEN -> freeze();
            case FULL -> fill();
        }
    }

    private void freeze() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle whole = ProcessHandle.of(postmaster).orElseThrow();
        frozen = Stream.concat(Stream.of(whole), whole.descendants()).toList();
        signal("STOP");
    }

    private void signal(String name) {
        for (ProcessHandle each : frozen) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(each.pid()))
                        .start()
                        .waitFor();
            } catch (IOException unknown) {
                throw new UncheckedIOException(unknown);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Lets it go on from where it stands. */
    void thaw() {
        signal("CONT");
        frozen = List.of();
    }

    private void fill() {
        try {
            crowd.add(connection());
            while (crowd.size() < MOST) {
                throwOut(crowd.get(0));
                join();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void throwOut(Connection by) throws SQLException {
        try (Statement statement = by.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mirrorball'");
        }
    }

    /** Takes all places that are free right now. */
    private void join() {
        try {
            while (crowd.size() < MOST) {
                crowd.add(connection());
            }
        } catch (SQLException full) {
            // Whoever was thrown out was faster.
        }
    }

    /** Lets whoever was thrown out come in again. */
    void leave() {
        crowd.forEach(PostgresAtWill::close);
        crowd.clear();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        thaw();
        leave();
        server.close();
    }
}
