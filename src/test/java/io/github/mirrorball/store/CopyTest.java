package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.ops.Shards;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies from one database to another, while a bot runs on one of them. */
class CopyTest {

    @TempDir
    private Path directory;

    @Test
    void fromOrToAServerThatABotRunsOnNothingIsCopied() {
        StoreSettings server = Backend.POSTGRES.fresh();
        StoreSettings file = StoreSettings.embedded(directory.resolve("first"));
        StoreSettings empty = StoreSettings.embedded(directory.resolve("second"));
        new League(file).close();
        try (League bot = new League(server)) {
            bot.store.leases().orElseThrow().take("holder", "process 7 on ballroom", Shards.ALL);

            refused(server, empty, "A bot runs on the database", "process 7 on ballroom");
            refused(file, server, "A bot runs on the database", "process 7 on ballroom");
            assertThat(directory).isDirectoryNotContaining("glob:**/second*");

            bot.store.leases().orElseThrow().giveBack("holder");
            Store.copy(server, empty, InstantSource.system());
        }
        assertThat(directory).isDirectoryContaining("glob:**/second.mv.db");
    }

    @Test
    void fromOrToAFileThatABotRunsOnNothingIsCopied() {
        StoreSettings used = StoreSettings.embedded(directory.resolve("first"));
        StoreSettings other = StoreSettings.embedded(directory.resolve("second"));
        new League(other).close();
        try (League bot = new League(used)) {
            refused(used, StoreSettings.embedded(directory.resolve("third")), "is in use by another Mirrorball");
            refused(other, used, "is in use by another Mirrorball");
            assertThat(bot.season()).isPositive();
        }
    }

    private static void refused(StoreSettings from, StoreSettings into, String... sentence) {
        assertThatThrownBy(() -> Store.copy(from, into, InstantSource.system()))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(sentence);
    }
}
