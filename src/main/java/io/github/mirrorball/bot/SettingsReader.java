package io.github.mirrorball.bot;

import io.github.mirrorball.bot.Settings.Database;
import io.github.mirrorball.ops.Shards;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes settings of what the environment and {@code .env} say, or one message of everything that stands against it. */
final class SettingsReader {

    static final String USUAL_LOG_LEVEL = "INFO";
    static final String USUAL_LOG_FORMAT = "text";

    private static final String USUAL_ADDRESS = "127.0.0.1";
    private static final int MOST_PORT = 65_535;
    private static final int USUAL_HOURS = 24;
    private static final int MOST_HOURS = 8_760;
    private static final int USUAL_KEPT = 7;
    private static final int MOST_KEPT = 1_000;
    private static final Path USUAL_DATA_DIR = Path.of("data");
    private static final List<String> LOG_LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    private static final List<String> LOG_FORMATS = List.of(USUAL_LOG_FORMAT, "json");
    private static final String ALL_SHARDS = "auto";
    private static final Pattern SHARDS = Pattern.compile("(?:(\\d{1,4})-)?(\\d{1,4})/(\\d{1,4})");
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
        Optional<Shards> shards = given(Settings.Key.SHARDS).flatMap(this::shards);
        shards.ifPresent(some -> checkOthers(some, storage));
        String logLevel = given(Settings.Key.LOG_LEVEL).flatMap(this::logLevel).orElse(USUAL_LOG_LEVEL);
        String logFormat =
                given(Settings.Key.LOG_FORMAT).flatMap(this::logFormat).orElse(USUAL_LOG_FORMAT);
        Upkeep upkeep = readUpkeep();
        if (!faults.isEmpty()) {
            throw isTokenMissing() ? BadSettings.noTokenAnd(faults) : new BadSettings(faults);
        }
        return token.map(known -> new Settings(known, storage, shards, logLevel, logFormat, upkeep, Optional.empty()));
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
        return new Storage(dataDir, dataKey(), database);
    }

    /** Spaces alone are no key, and whoever wrote them may believe that they are one. */
    private Optional<String> dataKey() {
        String name = Settings.Key.DATA_KEY.name();
        Optional<String> key = given(Settings.Key.DATA_KEY);
        boolean isBlank = !environment.getOrDefault(name, "").isEmpty()
                || !file.values().getOrDefault(name, "").isEmpty();
        return key.isEmpty() && isBlank ? fault("DATA_KEY is nothing but spaces. Give a key, or leave it empty.") : key;
    }

    private Upkeep readUpkeep() {
        int port = number(Settings.Key.OPS_PORT, 0, 0, MOST_PORT);
        Optional<InetSocketAddress> at = address(given(Settings.Key.OPS_ADDRESS).orElse(USUAL_ADDRESS), port);
        int hours = number(Settings.Key.BACKUP_HOURS, USUAL_HOURS, 0, MOST_HOURS);
        int keep = number(Settings.Key.BACKUP_KEEP, USUAL_KEPT, 1, MOST_KEPT);
        return new Upkeep(
                at.filter(known -> port > 0),
                hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours)),
                keep);
    }

    private Optional<InetSocketAddress> address(String host, int port) {
        InetSocketAddress at = new InetSocketAddress(host, port);
        return at.isUnresolved()
                ? fault("OPS_ADDRESS is " + host
                        + ", which is no address; write 127.0.0.1 for this computer alone, or 0.0.0.0 for everyone.")
                : Optional.of(at);
    }

    private int number(Settings.Key key, int usual, int least, int most) {
        return given(key).flatMap(text -> whole(key, text, least, most)).orElse(usual);
    }

    private Optional<Integer> whole(Settings.Key key, String text, int least, int most) {
        Optional<Integer> number = text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        return number.filter(each -> each >= least && each <= most)
                .or(() -> fault(key + " is " + text + "; write a whole number from " + least + " to " + most + "."));
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
            return fault("DATA_DIR: " + BadSettings.unwritable(unusable));
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

    private Optional<Shards> shards(String text) {
        if (text.equalsIgnoreCase(ALL_SHARDS)) {
            return Optional.empty();
        }
        Matcher range = SHARDS.matcher(text);
        try {
            if (range.matches()) {
                int last = Integer.parseInt(range.group(2));
                int first = range.group(1) == null ? last : Integer.parseInt(range.group(1));
                return Optional.of(new Shards(first, last, Integer.parseInt(range.group(3))));
            }
        } catch (IllegalArgumentException none) {
            // The same sentence serves.
        }
        return fault(
                "SHARDS is " + text + "; write auto, or which of all shards this process has, such as 0-3/8 or 2/8:"
                        + " they are counted from 0, so the last of 8 is 7.");
    }

    private void checkOthers(Shards some, Storage storage) {
        if (!some.isAll() && storage.database().isEmpty()) {
            fault("SHARDS is " + some
                    + ", which leaves servers to other processes, and they can only share a PostgreSQL"
                    + " database; set DATABASE_URL, or SHARDS=auto.");
        }
    }

    private Optional<String> logLevel(String level) {
        String upper = level.toUpperCase(Locale.ROOT);
        return LOG_LEVELS.contains(upper)
                ? Optional.of(upper)
                : fault("LOG_LEVEL is " + level + "; write one of " + String.join(", ", LOG_LEVELS) + ".");
    }

    private Optional<String> logFormat(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        return LOG_FORMATS.contains(lower)
                ? Optional.of(lower)
                : fault("LOG_FORMAT is " + format + "; write one of " + String.join(", ", LOG_FORMATS) + ".");
    }

    private <T> Optional<T> fault(String sentence) {
        faults.add(sentence);
        return Optional.empty();
    }
}
