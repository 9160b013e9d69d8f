package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.bot.Settings.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String TOKEN = "MTIz.abc-d.efg_h";

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void withATokenAloneTheRestIsAsUsual() {
        environment.put("DISCORD_TOKEN", TOKEN);

        assertThat(read()).contains(new Settings(TOKEN, Storage.in(Path.of("data")), "INFO", Optional.empty()));
    }

    @Test
    void withoutAnythingThereIsNoTokenAndNoFault() {
        assertThat(read()).isEmpty();
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        file("DISCORD_TOKEN=" + TOKEN, "LOG_LEVEL=debug", "# a comment", "", "DATA_DIR=\"here #1\" # and why");
        environment.put("LOG_LEVEL", "WARN");

        Settings settings = read().orElseThrow();

        assertThat(settings.token()).isEqualTo(TOKEN);
        assertThat(settings.logLevel()).isEqualTo("WARN");
        assertThat(settings.storage().dataDir()).isEqualTo(Path.of("here #1"));
    }

    @Test
    void anEmptyValueIsNone() throws IOException {
        file("DISCORD_TOKEN=", "DATABASE_URL=", "LOG_LEVEL=info");
        environment.put("LOG_LEVEL", " ");
        environment.put("DISCORD_TOKEN", TOKEN);

        Settings settings = read().orElseThrow();

        assertThat(settings.token()).isEqualTo(TOKEN);
        assertThat(settings.storage().database()).isEmpty();
        assertThat(settings.logLevel()).isEqualTo("INFO");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws IOException {
        Path aFile = Files.writeString(directory.resolve("taken"), "");
        file("DISCORD_TOKN=x", "LOG_LEVEL=LOUD", "what is this", "DATABASE_URL=mysql://host/name");
        environment.put("DATA_DIR", aFile.toString());

        assertThatThrownBy(this::read)
                .isInstanceOf(BadSettings.class)
                .hasMessageContainingAll(
                        ".env: there is no setting DISCORD_TOKN",
                        "LOG_LEVEL is LOUD",
                        ".env line 3: this is not KEY=value",
                        "DATABASE_URL is not the address",
                        "DATA_DIR is " + aFile,
                        "DISCORD_TOKEN is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISCORD_TOKEN=a#b.c.d",
                "export DISCORD_TOKEN=a.b.c",
                "DISCORD_TOKEN='a.b.c'",
                "DISCORD_TOKEN=\"a.b.c",
                "DISCORD_TOKEN=\"a.b.c\"d"
            })
    void aLineThatWouldBeReadAsSomethingElseIsAFaultOfThatLineAlone(String line) throws IOException {
        file("# first", line);

        assertThatThrownBy(this::read)
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith(".env line 2: DISCORD_TOKEN ")
                .hasMessageNotContainingAny("missing", "a.b.c", "a#b");
    }

    @Test
    void aSettingThatIsThereTwiceIsAFault() throws IOException {
        file("DISCORD_TOKEN=" + TOKEN, "DISCORD_TOKEN=" + TOKEN);

        assertThatThrownBy(this::read).hasMessageContaining("line 2: DISCORD_TOKEN is there a second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bot a.b.c", "0123456789abcdef0123456789abcdef", "a.b.c d"})
    void whatIsNoTokenIsSaidToBeNoneWithoutRepeatingIt(String token) {
        environment.put("DISCORD_TOKEN", token);

        assertThatThrownBy(this::read)
                .hasMessageStartingWith("DISCORD_TOKEN is no bot token")
                .hasMessageNotContaining(token);
    }

    @Test
    void aPostgresAddressIsTakenInBothSpellings() {
        assertThat(database("jdbc:postgresql://host/name?user=a"))
                .isEqualTo(new Database("jdbc:postgresql://host/name?user=a", Optional.empty(), Optional.empty()));
        assertThat(database("postgres://ann:p%40ss+%2Fw@host:6432/name?sslmode=require"))
                .isEqualTo(new Database(
                        "jdbc:postgresql://host:6432/name?sslmode=require",
                        Optional.of("ann"),
                        Optional.of("p@ss+/w")));
        assertThat(database("postgresql://host/name"))
                .isEqualTo(new Database("jdbc:postgresql://host/name", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:",
                "jdbc:h2:mem:x",
                "postgres://user:secret@host",
                "postgres:///secret",
                "secret"
            })
    void anotherAddressIsRefusedWithoutRepeatingIt(String url) {
        environment.put("DATABASE_URL", url);

        assertThatThrownBy(this::read)
                .hasMessageContaining("DATABASE_URL is not the address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void nothingSecretIsEverPrinted() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("DATABASE_URL", "postgres://ann:s3cret@host/name");

        assertThat(read().orElseThrow().toString()).doesNotContain(TOKEN).doesNotContain("s3cret");
    }

    private Database database(String url) {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("DATABASE_URL", url);
        return read().flatMap(settings -> settings.storage().database()).orElseThrow();
    }

    private void file(String... lines) throws IOException {
        Files.writeString(directory.resolve(".env"), String.join("\n", lines));
    }

    private Optional<Settings> read() {
        return Settings.read(environment, directory);
    }
}
