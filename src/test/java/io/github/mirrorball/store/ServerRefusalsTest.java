package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a PostgreSQL cannot be used, in the sentence that helps: by servers that refuse as real ones do. */
class ServerRefusalsTest {

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres plain;
    private static EmbeddedPostgres encrypted;

    @BeforeAll
    static void start() throws IOException {
        plain = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("plain"))
                .start();
        run(plain, "CREATE DATABASE copied");
        run(plain, "ALTER DATABASE copied SET default_transaction_read_only = on");
        Path data = directory.resolve("encrypted");
        encrypted = EmbeddedPostgres.builder().setDataDirectory(data).start();
        run(encrypted, "ALTER SYSTEM SET ssl_cert_file = '" + copied("server.crt") + "'");
        run(encrypted, "ALTER SYSTEM SET ssl_key_file = '" + copied("server.key") + "'");
        run(encrypted, "ALTER SYSTEM SET ssl = on");
        Files.write(data.resolve("pg_hba.conf"), List.of("hostssl all all all trust"));
        run(encrypted, "SELECT pg_reload_conf()");
    }

    private static Path copied(String name) throws IOException {
        Path copy = directory.resolve(name);
        try (InputStream from = Objects.requireNonNull(
                ServerRefusalsTest.class.getResourceAsStream("/tls/" + name), "a key and its certificate")) {
            Files.copy(from, copy);
        }
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        Files.getFileAttributeView(copy, java.nio.file.attribute.PosixFileAttributeView.class)
                .setOwner(Files.getOwner(directory.resolve("encrypted")));
        return copy;
    }

    private static void run(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @AfterAll
    static void stop() {
        for (EmbeddedPostgres each : List.of(plain, encrypted)) {
            try {
                each.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Test
    void oneThatWantsEncryptionIsAskedForIt() {
        refused(encrypted, "postgres?sslmode=disable", "add sslmode=require to the address");
    }

    @Test
    void oneThatOffersNoneIsNotAskedForIt() {
        refused(plain, "postgres?sslmode=require", "offers no encrypted connections");
    }

    @Test
    void aCertificateThatNobodyKnowsIsMadeKnown() {
        refused(encrypted, "postgres?sslmode=verify-full", "The certificate", "sslrootcert=FILE");
        refused(
                encrypted,
                "postgres?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "The certificate",
                "sslrootcert=FILE");
    }

    @Test
    void aCertificateOfAnotherNameIsNotEnough() {
        refused(
                encrypted,
                "postgres?sslmode=verify-full&sslrootcert=" + directory.resolve("server.crt"),
                "name the server as the certificate does");
    }

    @Test
    void oneThatIsTrustedIsUsed() {
        String trusting = "postgres?sslmode=verify-ca&sslrootcert=" + directory.resolve("server.crt");
        try (Store store = open(encrypted, trusting)) {
            assertThat(store.ensureInstallation()).isNotEmpty();
        }
    }

    @Test
    void aCopyThatTakesNoChangesIsSaidToBeOne() {
        refused(plain, "copied", "takes no changes", "(a standby)", "read only", "Name the primary server");
        refused(plain, "copied?targetServerType=primary", "takes changes: each is a standby");
    }

    @Test
    void aWayToEncryptThatThereIsNotIsSaidToBeNone() {
        refused(plain, "postgres?sslmode=please", "has an sslmode that there is not", "verify-full");
    }

    @Test
    void aUserWhoMayMakeNoTablesIsSaidToBeOne() {
        run(plain, "CREATE USER guest PASSWORD 'guest'");
        run(plain, "CREATE DATABASE owned");
        String url = "jdbc:postgresql://127.0.0.1:" + plain.getPort() + "/owned";

        assertThatThrownBy(() ->
                        Store.open(StoreSettings.postgres(url, "guest", "guest"), Clock.systemUTC(), Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("may not do there", "Make it the owner");
    }

    private static Store open(EmbeddedPostgres server, String name) {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
        return Store.open(StoreSettings.postgres(url, "postgres", "postgres"), Clock.systemUTC(), Clock.systemUTC());
    }

    private static void refused(EmbeddedPostgres server, String name, String... words) {
        assertThatThrownBy(() -> open(server, name))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(words);
    }
}
