package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.bot.Settings.Database;
import io.github.mirrorball.ops.Shards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String TOKEN = "MTIz.abc-d.efg_h";

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void withATokenAloneTheRestIsAsUsual() {
        environment.put("DISCORD_TOKEN", TOKEN);

        Upkeep usual = new Upkeep(Optional.empty(), Optional.of(Duration.ofHours(24)), 7);
        assertThat(read())
                .contains(new Settings(
                        TOKEN, Storage.in(Path.of("data")), Optional.empty(), "INFO", "text", usual, Optional.empty()));
    }

    @Test
    void healthIsServedOnThisComputerAloneUnlessSaidOtherwise() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("OPS_PORT", "9464");

        assertThat(upkeep().at()).contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9464));
        environment.put("OPS_ADDRESS", "0.0.0.0");
        assertThat(upkeep().at().map(at -> at.getAddress().isAnyLocalAddress())).contains(true);
        environment.put("OPS_PORT", "0");
        assertThat(upkeep().at()).isEmpty();
    }

    @Test
    void backupsCanBeHadMoreOftenOrNotAtAll() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("BACKUP_HOURS", "6");
        environment.put("BACKUP_KEEP", "30");

        assertThat(upkeep()).isEqualTo(new Upkeep(Optional.empty(), Optional.of(Duration.ofHours(6)), 30));
        environment.put("BACKUP_HOURS", "0");
        assertThat(upkeep().backupEvery()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OPS_PORT, 65536, OPS_PORT is 65536; write a whole number from 0 to 65535.",
        "OPS_PORT, http, OPS_PORT is http; write a whole number from 0 to 65535.",
        "OPS_ADDRESS, not an address, 'OPS_ADDRESS is not an address, which is no address'",
        "BACKUP_HOURS, -1, BACKUP_HOURS is -1; write a whole number from 0 to 8760.",
        "BACKUP_KEEP, 0, BACKUP_KEEP is 0; write a whole number from 1 to 1000."
    })
    void anUpkeepThatCannotBeIsAFault(String key, String value, String fault) {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put(key, value);

        assertThatThrownBy(this::read).hasMessageStartingWith(fault);
    }

    @Test
    void aProcessHasAllShardsOrARangeOfThemOnASharedDatabase() {
        environment.put("DATABASE_URL", "postgres://host/name");

        assertThat(shards("auto")).isEmpty();
        assertThat(shards("0-3/8")).contains(new Shards(0, 3, 8));
        assertThat(shards("2/8")).contains(Shards.one(2, 8));
        environment.remove("DATABASE_URL");
        assertThat(shards("0-7/8")).contains(new Shards(0, 7, 8));
        assertThatThrownBy(() -> shards("0-3/8"))
                .hasMessageContaining("SHARDS is 0-3/8, which leaves servers to other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "0-8/8", "3-2/8", "8/8", "0/0", "-1/8", "0-3", "all", "0-3/99999"})
    void whatIsNoRangeOfShardsIsAFault(String text) {
        assertThatThrownBy(() -> shards(text)).hasMessageStartingWith("SHARDS is " + text + "; write auto, or");
    }

    @Test
    void theBudgetOfRequestsIsSplitByShards() {
        environment.put("DATABASE_URL", "postgres://host/name");

        assertThat(requests("auto")).isEqualTo(43);
        assertThat(requests("0-3/8")).isEqualTo(21);
        assertThat(requests("7/8")).isEqualTo(5);
        assertThat(requests("99/100")).isEqualTo(1);
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
                "DISCORD_TOKEN=\"a.b.c\"d",
                "DISCORD_TOKEN=#a.b.c",
                "DISCORD_TOKEN=a.b.c # mine",
                "DISCORD_TOKEN= # a.b.c"
            })
    void aLineThatWouldBeReadAsSomethingElseIsAFaultOfThatLineAlone(String line) throws IOException {
        file("# first", line);

        assertThatThrownBy(this::read)
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith(".env line 2: DISCORD_TOKEN ")
                .hasMessageNotContainingAny("missing", "a.b.c", "a#b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DATA_KEY=ab\"               | ab\"",
                "DATA_KEY=a\"b'c             | a\"b'c",
                "DATA_KEY=\"#s3cret\"        | #s3cret",
                "DATA_KEY=\"it's\"           | it's",
                "DATA_KEY=back\\slash\\n     | back\\slash\\n",
                "DATA_KEY=$HOME ${x}         | $HOME ${x}",
                "DATA_KEY=a=b                | a=b",
                "  DATA_KEY = correct horse  | correct horse",
                "DATA_KEY=grüße 🪩            | grüße 🪩"
            })
    void aValueIsReadAsItStands(String line, String value) throws IOException {
        file("DISCORD_TOKEN=" + TOKEN, line);

        assertThat(read().orElseThrow().storage().key()).contains(value);
    }

    @Test
    void aFileOfWindowsIsReadAsAnyOther() throws IOException {
        Files.writeString(
                directory.resolve(".env"), "\uFEFFDISCORD_TOKEN=" + TOKEN + "\r\nDATA_KEY=\"correct horse\"\r\n");

        assertThat(read()).map(Settings::token).contains(TOKEN);
        assertThat(read().orElseThrow().storage().key()).contains("correct horse");
    }

    @Test
    void aFileInAnotherEncodingIsAFault() throws IOException {
        Files.writeString(directory.resolve(".env"), "DATA_KEY=grün", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(this::read).hasMessageContaining(".env cannot be read: it must be a text file in UTF-8.");
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
    @CsvSource({
        "'postgres://h1,h2:6432/name', 'jdbc:postgresql://h1,h2:6432/name?targetServerType=primary'",
        "'postgres://h1,h2/name?sslmode=require', 'jdbc:postgresql://h1,h2/name?sslmode=require&targetServerType=primary'",
        "'postgres://h1,h2/name?target_session_attrs=read-write', 'jdbc:postgresql://h1,h2/name?targetServerType=primary'",
        "'postgres://h1,h2/name?target_session_attrs=any', 'jdbc:postgresql://h1,h2/name?targetServerType=any'",
        "'postgres://h1,h2/name?targetServerType=any', 'jdbc:postgresql://h1,h2/name?targetServerType=any'",
        "'postgres://[::1]:6432/name', 'jdbc:postgresql://[::1]:6432/name'",
        "'postgres://h1,[::1],h3:5433/name?', 'jdbc:postgresql://h1,[::1],h3:5433/name?targetServerType=primary'"
    })
    void ofSeveralServersTheOneIsLookedForThatTakesChanges(String address, String url) {
        assertThat(database(address).jdbcUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://h1,,h2/secret",
                "postgres://h1:x,h2/secret",
                "postgres://h1:65536/secret",
                "postgres://ann:se%cret@host/name",
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

    private Optional<Shards> shards(String text) {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("SHARDS", text);
        return read().orElseThrow().shards();
    }

    private int requests(String shards) {
        assertThat(shards(shards)).isNotNull();
        return read().orElseThrow().requestsPerSecond();
    }

    private Upkeep upkeep() {
        return read().orElseThrow().upkeep();
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
