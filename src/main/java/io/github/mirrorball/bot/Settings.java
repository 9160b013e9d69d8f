package io.github.mirrorball.bot;

import io.github.mirrorball.ops.Shards;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an operator sets. Never prints a secret.
 *
 * @param token of the bot's Discord application
 * @param storage where things are kept
 * @param shards which of Discord's shards this process has; empty for all, as many as Discord recommends
 * @param logLevel how much the bot says of itself, as logback spells it
 * @param logFormat how it says that: the name of one of the appenders in {@code logback.xml}
 * @param upkeep what the operator sees of the running bot, and when it backs itself up
 * @param wire another Discord than the real one
 */
public record Settings(
        String token,
        Storage storage,
        Optional<Shards> shards,
        String logLevel,
        String logFormat,
        Upkeep upkeep,
        Optional<Wire> wire) {

    /** Of the 50 that Discord allows in a second: what a network delays arrives in the next one. */
    private static final int PACED = 43;

    private static final int UNPACED = 2000;

    /** A setting that can be given, by the name that the environment and {@code .env} know it by. */
    public enum Key {
        DISCORD_TOKEN,
        DATA_DIR,
        DATA_KEY,
        DATABASE_URL,
        SHARDS,
        LOG_LEVEL,
        LOG_FORMAT,
        OPS_PORT,
        OPS_ADDRESS,
        BACKUP_HOURS,
        BACKUP_KEEP
    }

    /**
     * Where a Discord is that is not the real one.
     *
     * @param paced whether it limits requests as the real one does
     */
    public record Wire(URI rest, URI gateway, boolean paced) {

        /** A Discord that takes requests as fast as they come. */
        public Wire(URI rest, URI gateway) {
            this(rest, gateway, false);
        }
    }

    /** A PostgreSQL database. */
    public record Database(String jdbcUrl, Optional<String> user, Optional<String> password) {

        private static final Pattern PASSWORD = Pattern.compile("[?&]password=");

        /** Whether its address tells the password. */
        boolean hasPassword() {
            return password.isPresent() || PASSWORD.matcher(jdbcUrl).find();
        }

        /** The same with a password. */
        Database with(Optional<String> other) {
            return new Database(jdbcUrl, user, other);
        }

        @Override
        public String toString() {
            // The URL may carry a password as a parameter.
            return "Database[jdbcUrl hidden]";
        }
    }

    /** Settings for a rehearsal: another Discord, and an embedded database. */
    public static Settings rehearsing(String token, Path dataDir, Wire wire) {
        return new Settings(
                token,
                Storage.in(dataDir),
                Optional.empty(),
                SettingsReader.USUAL_LOG_LEVEL,
                SettingsReader.USUAL_LOG_FORMAT,
                Upkeep.NONE,
                Optional.of(wire));
    }

    /**
     * Reads the settings, from the environment first and then from the {@code .env} in the directory.
     *
     * @return empty when nothing is wrong but that there is no token
     * @throws BadSettings naming everything that is wrong
     */
    public static Optional<Settings> read(Map<String, String> environment, Path directory) {
        return new SettingsReader(environment, EnvFile.in(directory)).read();
    }

    /** The same with other upkeep. */
    public Settings with(Upkeep other) {
        return new Settings(token, storage, shards, logLevel, logFormat, other, wire);
    }

    /** The same for a process that may share another storage with others, which have other shards. */
    public Settings with(Storage other, Optional<Shards> some) {
        return new Settings(token, other, some, logLevel, logFormat, upkeep, wire);
    }

    /** Whose servers this process looks after. */
    public Shards servers() {
        return shards.orElse(Shards.ALL);
    }

    /**
     * How many requests a second this process may send unasked: its shards' part of what Discord allows the bot less a few, or of as many as a
     * loopback can bear.
     */
    public int requestsPerSecond() {
        int all = wire.filter(other -> !other.paced()).isPresent() ? UNPACED : PACED;
        return Math.max(1, all * servers().count() / servers().total());
    }

    @Override
    public String toString() {
        return "Settings[storage=" + storage + ", shards=" + servers() + ", logLevel=" + logLevel + ", logFormat="
                + logFormat + ", upkeep=" + upkeep + ", wire=" + wire + "]";
    }
}
