package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasCommittedIsThereAfterReopening() {
        StoreSettings settings =
                StoreSettings.embedded(directory.resolve("a new directory").resolve("league.mv.db"));
        Pick pick;
        try (League league = new League(settings)) {
            Poll poll = league.open(league.season());
            pick = new Pick(poll.id(), league.fan(1), "ada", league.clock.instant(), true);
            league.store.picks().put(pick);
        }

        try (League league = new League(settings)) {
            assertThat(league.store.picks().of(pick.poll(), pick.fan())).contains(pick);
        }
        assertThat(directory.resolve("a new directory")).isDirectoryContaining("glob:**/league.mv.db");
    }

    @Test
    void aStoreInMemoryIsGoneWhenClosed() {
        StoreSettings settings = StoreSettings.inMemory();
        try (League league = new League(settings)) {
            league.season();
        }

        try (League league = new League(settings)) {
            assertThat(league.store.seasons().of(League.SERVER)).isEmpty();
        }
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheStoreForOthers() throws Exception {
        try (League league = new League(Backend.H2)) {
            Together.run(4, thread -> {
                Thread.currentThread().interrupt();
                try {
                    return league.fan(thread) > 0;
                } catch (StoreException interrupted) {
                    return false;
                }
            });

            assertThat(league.season()).isPositive();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Path file = Backend.ending(directory.resolve("notes"));
        String text = "My notes.\n".repeat(2_000);
        Files.writeString(file, text);

        opening(StoreSettings.embedded(file)).hasMessageContaining("not a database that Mirrorball can read");

        assertThat(file).content().isEqualTo(text);
    }

    @Test
    void whatIsEncryptedOpensWithItsKeyAlone() throws IOException {
        Path file = directory.resolve("league");
        StoreSettings settings = StoreSettings.embedded(file, Optional.of("a key with spaces, ü and ;"));
        try (League league = new League(settings)) {
            league.season();
        }

        assertThat(new String(Files.readAllBytes(Backend.ending(file)), StandardCharsets.ISO_8859_1))
                .doesNotContain("The Show");
        opening(StoreSettings.embedded(file, Optional.of("another"))).hasMessageContaining("with this key");
        opening(StoreSettings.embedded(file)).hasMessageContaining("is encrypted. Set the DATA_KEY");
        try (League league = new League(settings)) {
            assertThat(league.store.seasons().of(League.SERVER)).hasSize(1);
        }
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws SQLException {
        Path file = directory.resolve("other");
        execute("jdbc:h2:file:" + file, "someone", "CREATE TABLE other (id INT)");
        opening(StoreSettings.embedded(file)).hasMessageContaining("is a database, but not one that Mirrorball made");

        Path sameUser = directory.resolve("same-user");
        execute("jdbc:h2:file:" + sameUser, "mirrorball", "CREATE TABLE other (id INT)");
        opening(StoreSettings.embedded(sameUser)).hasMessageContaining("holds tables that are not Mirrorball's");
    }

    @Test
    void aFileThatAnotherStoreOfThisProcessHasOpenIsInUse() {
        StoreSettings settings = StoreSettings.embedded(directory.resolve("league"));
        try (League league = new League(settings)) {
            opening(settings).hasMessageContaining("is in use by another Mirrorball");
            assertThat(league.season()).isPositive();
        }
        new League(settings).close();
    }

    @Test
    void aFileThatAnotherProgramHoldsIsInUse() throws IOException {
        StoreSettings settings = StoreSettings.embedded(directory.resolve("league"));
        new League(settings).close();
        try (FileChannel channel =
                        FileChannel.open(Backend.ending(directory.resolve("league")), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            opening(settings).hasMessageContaining("is in use by another Mirrorball");
        }
        new League(settings).close();
    }

    /** Whoever adds a migration writes down what is found here. */
    @Test
    void aNewDatabaseHasTheHistoryThatIsTakenForComplete() {
        for (Backend backend : Backend.values()) {
            try (Database database = Database.open(backend.fresh())) {
                assertThat(database.history()).contains(Schema.COMPLETE);
            }
        }
    }

    private static Stream<Arguments> histories() {
        return Stream.of(
                Arguments.of(
                        "a migration was changed by hand",
                        "UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '3'",
                        "is not as Mirrorball left it"),
                Arguments.of(
                        "a migration failed halfway",
                        "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '12'",
                        "is not as Mirrorball left it"),
                Arguments.of("a newer program was here", NEWER, "newer Mirrorball (its schema is at version 99)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void aFileWithAHistoryOfItsOwnIsRefused(String what, String change, String sentence) throws SQLException {
        Path file = directory.resolve("league");
        StoreSettings settings = StoreSettings.embedded(file);
        new League(settings).close();
        execute("jdbc:h2:file:" + file, "mirrorball", change);

        opening(settings).as(what).hasMessageContaining(sentence);
    }

    @Test
    void aSchemaOfANewerProgramIsRefusedOnAServer() {
        StoreSettings settings = Backend.POSTGRES.fresh();
        String url = ((StoreSettings.Place.Server) settings.place()).toString();
        Backend.Server.run(url.substring(url.lastIndexOf('/') + 1), NEWER);

        opening(settings).hasMessageContaining("newer Mirrorball (its schema is at version 99)");
    }

    @Test
    void anUnknownUserIsRefusedWithoutTellingThePassword() {
        String url = ((StoreSettings.Place.Server) Backend.POSTGRES.fresh().place()).jdbcUrl();
        StoreSettings settings = StoreSettings.postgres(url, "nobody", "hunter2");

        opening(settings)
                .hasMessageContaining("refuses the user or the password")
                .hasMessageNotContaining("hunter2");
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidSo() {
        opening(Backend.Server.settings("nowhere")).hasMessageContaining("There is no database");
    }

    @Test
    void aServerThatIsNotThereCannotBeReached() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/league";

        opening(StoreSettings.postgres(url + "?password=hunter2", "u", "p"))
                .hasMessageStartingWith("The database " + url + " cannot be reached.")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void tablesOfSomethingElseOnAServerAreLeftAlone() {
        Backend.Server.run("CREATE DATABASE shared_by_others");
        Backend.Server.run("shared_by_others", "CREATE TABLE other (id INT)");

        opening(Backend.Server.settings("shared_by_others"))
                .hasMessageContaining("holds tables that are not Mirrorball's");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsSaidSo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        opening(StoreSettings.embedded(file.resolve("league"))).hasMessageContaining("cannot be made or entered");
    }

    @Test
    void aSemicolonCannotSmuggleOptionsIntoTheDatabase() {
        opening(StoreSettings.embedded(directory.resolve("league;WRITE_DELAY=500")))
                .hasMessageContaining("semicolon");
    }

    private static final String NEWER = """
            INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                "checksum", "installed_by", "execution_time", "success")
            VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'test', 1, TRUE)""";

    private static AbstractThrowableAssert<?, ? extends Throwable> opening(StoreSettings settings) {
        return assertThatThrownBy(() -> Store.open(settings, Clock.systemUTC(), Clock.systemUTC()))
                .isInstanceOf(StoreException.class);
    }

    private static void execute(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            connection.createStatement().execute(sql);
        }
    }
}
