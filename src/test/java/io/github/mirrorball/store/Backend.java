package io.github.mirrorball.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the store runs on. Each gives fresh databases, copied from one that was migrated once. */
enum Backend {
    H2 {
        @Override
        StoreSettings fresh() {
            try {
                Path file = inNewDirectory("league");
                copyTo(file);
                return StoreSettings.embedded(file).withConnections(CONNECTIONS);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        StoreSettings empty() {
            try {
                return StoreSettings.embedded(inNewDirectory("league"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    },
    POSTGRES {
        @Override
        StoreSettings fresh() {
            String name = "league_" + COUNT.incrementAndGet();
            Server.run("CREATE DATABASE " + name + " TEMPLATE " + Server.TEMPLATE);
            return Server.settings(name).withConnections(CONNECTIONS);
        }

        @Override
        StoreSettings empty() {
            String name = "empty_" + COUNT.incrementAndGet();
            Server.run("CREATE DATABASE " + name);
            return Server.settings(name);
        }
    };

    private static final int CONNECTIONS = 10;
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Settings of a database that holds nothing but the schema. */
    abstract StoreSettings fresh();

    /** Settings of a database that does not even hold the schema. */
    abstract StoreSettings empty();

    /** The file that H2 makes of a name. */
    static Path ending(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    /** Makes a file of that name that holds nothing but the schema. */
    static void copyTo(Path file) throws IOException {
        Files.copy(ending(FileTemplate.FILE), ending(file));
        Files.copy(CommitGuard.mark(ending(FileTemplate.FILE)), CommitGuard.mark(ending(file)));
    }

    /** A name in a directory that goes with the process, and the file with it. */
    private static Path inNewDirectory(String name) throws IOException {
        Path directory = Files.createTempDirectory("store");
        directory.toFile().deleteOnExit();
        Path file = directory.resolve(name);
        ending(file).toFile().deleteOnExit();
        CommitGuard.mark(ending(file)).toFile().deleteOnExit();
        return file;
    }

    private static final class FileTemplate {

        private static final Path FILE = made();

        private static Path made() {
            try {
                Path file = inNewDirectory("template");
                Database.open(StoreSettings.embedded(file)).close();
                return file;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** One PostgreSQL for all tests; it ends with the process. */
    static final class Server {

        private static final String TEMPLATE = "template_league";
        private static final EmbeddedPostgres POSTGRES = started();

        private Server() {}

        static StoreSettings settings(String database) {
            return settings(POSTGRES, database);
        }

        private static StoreSettings settings(EmbeddedPostgres server, String database) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
            return StoreSettings.postgres(url, "postgres", "postgres");
        }

        static void run(String sql) {
            run("postgres", sql);
        }

        static void run(String database, String sql) {
            run(POSTGRES, database, sql);
        }

        private static void run(EmbeddedPostgres server, String database, String sql) {
            try (Connection connection =
                            server.getDatabase("postgres", database).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private static EmbeddedPostgres started() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                run(server, "postgres", "CREATE DATABASE " + TEMPLATE);
                Database.open(settings(server, TEMPLATE)).close();
                return server;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
