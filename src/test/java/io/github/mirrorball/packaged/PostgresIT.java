package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a server: a league goes there and comes back, and what the server refuses is a sentence. */
class PostgresIT {

    private static EmbeddedPostgres server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE league");
            statement.execute("CREATE DATABASE guarded");
            statement.execute("ALTER DATABASE guarded SET default_transaction_read_only = on");
        }
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @Test
    void aLeagueGoesThereAndComesBack() {
        Jar file = Jar.in(directory);
        assertThat(file.run("rehearse", "--headless", "--fans", "3", "--data", "data")
                        .code())
                .isZero();
        String copied = withoutTime(file.run("migrate", address("league")));
        Jar served = file.with("DATABASE_URL", address("league"));

        assertThat(copied).startsWith("Copied: 1 season, ").contains("3 fans");
        file.run("migrate", address("league")).failedWith("The database ", "is not empty");
        served.run("migrate", address("league")).failedWith("That is the database of the settings itself.");
        assertThat(withoutTime(served.run("migrate", "back"))).isEqualTo(copied);
        served.run("backup", "safe.zip").isFine();
        served.with("DATABASE_URL", address("guarded"))
                .run("restore", "safe.zip")
                .failedWith("The server of ", "takes no changes", "default_transaction_read_only");
    }

    @Test
    void anAddressThatLeadsNowhereIsASentenceAlone() {
        Jar jar = Jar.in(directory);

        Ended none = jar.with("DATABASE_URL", address("nowhere")).run("backup", "safe.zip");
        assertThat(none.failedWith("There is no database ").err()).hasSize(1);
        Ended port =
                jar.with("DATABASE_URL", "postgres://127.0.0.1:99999/league").run("backup", "safe.zip");
        assertThat(port.failedWith("DATABASE_URL is not the address").err()).hasSize(1);
        Ended mode = jar.with("DATABASE_URL", address("league?sslmode=please")).run("backup", "safe.zip");
        assertThat(mode.failedWith("The address of ", "sslmode").err()).hasSize(1);
        assertThat(directory).isEmptyDirectory();
    }

    private static String address(String name) {
        return "postgres://postgres@127.0.0.1:" + server.getPort() + "/" + name;
    }

    private static String withoutTime(Ended ended) {
        return ended.isFine().lastLine().replaceAll("as of \\S+ ", "");
    }
}
