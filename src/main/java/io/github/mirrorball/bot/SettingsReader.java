package io.github.mirrorball.bot;

import io.github.mirrorball.bot.Settings.Database;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes settings of what the environment and {@code .env} say, or one message of everything that stands against it. */
final class SettingsReader {

    static final String USUAL_LOG_LEVEL = "INFO";

    private static final Path USUAL_DATA_DIR = Path.of("data");
    private static final List<String> LOG_LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Map<String, String> environment;
    private final EnvFile file;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Map<String, String> environment, EnvFile file) {
        this.environment = environment;
        this.file = file;
    }

    Optional<Settings> read() {
        checkKeys();
        Optional<String> token = given(Settings.Key.DISCORD_TOKEN).flatMap(this::token);
        Storage storage = readStorage();
        String logLevel = given(Settings.Key.LOG_LEVEL).flatMap(this::logLevel).orElse(USUAL_LOG_LEVEL);
        if (!faults.isEmpty()) {
            throw isTokenMissing() ? BadSettings.noTokenAnd(faults) : new BadSettings(faults);
        }
        return token.map(known -> new Settings(known, storage, logLevel, Optional.empty()));
    }

    /** Where things are kept, whatever else the settings say. */
    Storage storage() {
        checkKeys();
        Storage storage = readStorage();
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
        return storage;
    }

    private Storage readStorage() {
        Path dataDir = given(Settings.Key.DATA_DIR).flatMap(this::dataDir).orElse(USUAL_DATA_DIR);
        Optional<Database> database = given(Settings.Key.DATABASE_URL).flatMap(this::database);
        return new Storage(dataDir, given(Settings.Key.DATA_KEY), database);
    }

    private void checkKeys() {
        faults.addAll(file.faults());
        unknownKeys()
                .forEach(key -> faults.add(EnvFile.NAME + ": there is no setting " + key + "; there are "
                        + Arrays.stream(Settings.Key.values())
                                .map(Settings.Key::name)
                                .collect(Collectors.joining(", ")) + "."));
    }

    private Set<String> unknownKeys() {
        Set<String> keys = new TreeSet<>(file.values().keySet());
        keys.addAll(file.faulty());
        Arrays.stream(Settings.Key.values()).map(Settings.Key::name).forEach(keys::remove);
        return keys;
    }

    private boolean isTokenMissing() {
        return given(Settings.Key.DISCORD_TOKEN).isEmpty()
                && !file.faulty().contains(Settings.Key.DISCORD_TOKEN.name());
    }

    /** An empty value is as good as none: that is how examples are filled in half. */
    private Optional<String> given(Settings.Key key) {
        return Optional.ofNullable(environment.get(key.name()))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(file.values().get(key.name())))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Optional<String> token(String token) {
        if (TOKEN.matcher(token).matches()) {
            return Optional.of(token);
        }
        return fault(
                "DISCORD_TOKEN is no bot token: that is three parts with dots between them, without \"Bot\" before it."
                        + " It is on the page \"Bot\" of your application; the client secret is something else.");
    }

    private Optional<Path> dataDir(String directory) {
        try {
            Path path = Path.of(directory);
            if (!Files.exists(path) || (Files.isDirectory(path) && Files.isWritable(path))) {
                return Optional.of(path);
            }
        } catch (InvalidPathException unusable) {
            // The same sentence serves.
        }
        return fault("DATA_DIR is " + directory + ", which is not a directory that can be written to; name another,"
                + " it is made if it is not there.");
    }

    private Optional<Database> database(String url) {
        return PostgresUrl.parse(url).or(() -> fault(badDatabase("DATABASE_URL")));
    }

    static String badDatabase(String what) {
        return what + " is not the address of a PostgreSQL database; write jdbc:postgresql://host:5432/name or"
                + " postgres://user:password@host:5432/name, with %-escapes for special characters in user and password.";
    }

    private Optional<String> logLevel(String level) {
        String upper = level.toUpperCase(Locale.ROOT);
        return LOG_LEVELS.contains(upper)
                ? Optional.of(upper)
                : fault("LOG_LEVEL is " + level + "; write one of " + String.join(", ", LOG_LEVELS) + ".");
    }

    private <T> Optional<T> fault(String sentence) {
        faults.add(sentence);
        return Optional.empty();
    }
}
