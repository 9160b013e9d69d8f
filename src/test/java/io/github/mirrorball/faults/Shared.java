package io.github.mirrorball.faults;

import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.ops.Shards;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings of a process among several that share one PostgreSQL. */
final class Shared {

    static final String ALL = "auto";

    private Shared() {}

    /** @param range of shards as {@code SHARDS} names it */
    static Settings settings(Settings alone, String range, String url, String user, String password) {
        Settings.Database database = new Settings.Database(url, Optional.of(user), Optional.of(password));
        Storage storage = new Storage(alone.storage().dataDir(), Optional.empty(), Optional.of(database));
        return alone.with(storage, shards(range));
    }

    private static Optional<Shards> shards(String range) {
        if (range.equals(ALL)) {
            return Optional.empty();
        }
        int[] numbers =
                Stream.of(range.split("[-/]")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Shards(numbers[0], numbers[numbers.length - 2], numbers[numbers.length - 1]));
    }
}
