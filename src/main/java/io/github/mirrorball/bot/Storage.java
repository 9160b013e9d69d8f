package io.github.mirrorball.bot;

import io.github.mirrorball.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Where an operator wants things kept. Never prints a secret.
 *
 * @param dataDir where the embedded database lives
 * @param key encrypts the embedded database and the backups
 * @param database the PostgreSQL to use in the embedded one's stead
 */
public record Storage(Path dataDir, Optional<String> key, Optional<Settings.Database> database) {

    private static final String FILE = "mirrorball";
    private static final String BACKUPS = "backups";

    /** In characters: the database's own way from a key to its cipher is fast, so nothing but length slows down whoever tries. */
    private static final int SHORTEST_KEY = 12;

    /** The embedded database in a directory, readable for everyone who has it. */
    static Storage in(Path dataDir) {
        return new Storage(dataDir, Optional.empty(), Optional.empty());
    }

    /**
     * Reads what the environment, and then the {@code .env} in the directory, say of it; a token is not needed.
     *
     * @throws BadSettings naming everything that is wrong
     */
    public static Storage read(Map<String, String> environment, Path directory) {
        return new SettingsReader(environment, EnvFile.in(directory)).storage();
    }

    /**
     * The place that an operator named on the command line: the address of a PostgreSQL database, or the directory of an embedded one.
     *
     * @param newKey encrypts it in the stead of this one's
     * @param password is asked for where it is a server
     * @throws BadSettings if it is neither, or tells a password
     */
    Storage elsewhere(String named, Optional<String> newKey, Supplier<Optional<String>> password) {
        Optional<Settings.Database> server = PostgresUrl.parse(named);
        if (server.isEmpty() && named.contains(":/")) {
            throw new BadSettings(List.of(SettingsReader.badDatabase("The address")));
        }
        if (server.isPresent() && server.get().hasPassword()) {
            throw new BadSettings(List.of("The address tells the password, and everybody on this computer can read a"
                    + " command line, which the shell keeps as well. Leave it out: it is taken from PGPASSWORD in the"
                    + " environment, or asked for. And change it, if others use this computer."));
        }
        if (server.isEmpty() && Files.exists(Path.of(named)) && !Files.isDirectory(Path.of(named))) {
            throw new BadSettings(List.of(named + " is a file. Name a directory; it is made if it is not there."));
        }
        newKey.filter(Storage::isTooShort).ifPresent(tooShort -> refuse("NEW_DATA_KEY", tooShort));
        return new Storage(
                server.isPresent() ? dataDir : Path.of(named),
                newKey.or(() -> key),
                server.map(each -> each.with(password.get())));
    }

    /** Whether both are one database, as far as their addresses tell. */
    boolean isSameAs(Storage other) {
        return database.map(Settings.Database::jdbcUrl).equals(other.database.map(Settings.Database::jdbcUrl))
                && (database.isPresent()
                        || dataDir.toAbsolutePath()
                                .normalize()
                                .equals(other.dataDir.toAbsolutePath().normalize()));
    }

    /** The directory of what shall outlive the database, wherever that is: its backups, and who was erased since. */
    Path backups() {
        return dataDir.resolve(BACKUPS);
    }

    /** The same for the store. */
    StoreSettings place() {
        return database.map(server -> StoreSettings.postgres(
                        server.jdbcUrl(),
                        server.user().orElse(""),
                        server.password().orElse("")))
                .orElseGet(this::embedded);
    }

    /** A key that is too short is refused where nothing is encrypted with it yet; elsewhere only it opens what is there. */
    private StoreSettings embedded() {
        key.filter(Storage::isTooShort).ifPresent(this::refuseOrWarn);
        return StoreSettings.embedded(dataDir.resolve(FILE), key);
    }

    private void refuseOrWarn(String tooShort) {
        if (!Files.exists(dataDir.resolve(FILE + ".mv.db"))) {
            refuse(Settings.Key.DATA_KEY.name(), tooShort);
        }
        // A logger of the class would be made before the settings say how much is logged.
        LoggerFactory.getLogger(Storage.class)
                .warn(
                        "{} What is there opens with it all the same. To change the key: stop the bot, set NEW_DATA_KEY"
                                + " in the environment to at least {} characters, run `migrate new-data`, and then set"
                                + " DATA_KEY to that key and DATA_DIR to new-data",
                        reason(Settings.Key.DATA_KEY.name(), tooShort),
                        SHORTEST_KEY);
    }

    private static boolean isTooShort(String key) {
        return key.length() < SHORTEST_KEY;
    }

    private static void refuse(String name, String tooShort) {
        throw new BadSettings(List.of(reason(name, tooShort) + " Use at least " + SHORTEST_KEY
                + ", such as what `openssl rand -base64 24` prints. Nothing was made."));
    }

    private static String reason(String name, String tooShort) {
        return name + " has " + tooShort.length() + " characters. A computer tries out all keys as short as that,"
                + " so whoever gets hold of the data can read them.";
    }

    @Override
    public String toString() {
        return "Storage[dataDir=" + dataDir + ", database=" + database + "]";
    }
}
