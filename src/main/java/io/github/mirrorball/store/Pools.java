package io.github.mirrorball.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.mirrorball.ops.Leases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Opens the pool of connections to each kind of place. */
final class Pools {

    /** Work that finds no connection is tried again from its start, so that it can be given up meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Duration LONGEST_WAIT_FOR_A_FILE = Duration.ofSeconds(10);
    private static final Duration STILL_ALIVE = Duration.ofSeconds(1);

    /**
     * How connections to a server are kept, beside the pool's own defaults: each lives 30 minutes at most, so that a server which has moved is
     * found again, and one that rested for half a second is asked whether it is alive before it is used. An idle one is asked once a minute,
     * because firewalls forget connections that are silent for longer; a server that does not let in within 5 seconds, or does not answer a
     * statement within a minute, is taken for lost: the longest statement, in the rescoring of a large season, takes a few seconds.
     */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final String LOGIN_SECONDS = "5";
    private static final String ANSWER_SECONDS = "60";

    /**
     * A process that hangs in the middle of a transaction, or whose connection goes nowhere, keeps its rows from its successor no longer than
     * it keeps its lease, in milliseconds.
     */
    private static final String GIVE_UP = "SET idle_in_transaction_session_timeout = " + Leases.LASTS.toMillis();

    private static final String EMBEDDED_USER = "mirrorball";

    /**
     * Row locks are waited for as long as the scoring of a large season may hold them; all statements of a pick fit the cache; H2's own
     * trace file would hold what people typed.
     */
    private static final String EMBEDDED_OPTIONS = ";LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;TRACE_LEVEL_FILE=0";

    /**
     * {@code MAX_COMPACT_TIME=0}: a plain shutdown of a large file otherwise moves parts of it about for seconds, against 30 ms.
     * {@code WRITE_DELAY=0}: with the default, half a second of acknowledged commits is lost with the process.
     */
    private static final String FILE =
            "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0" + EMBEDDED_OPTIONS;

    private static final String MEMORY = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1" + EMBEDDED_OPTIONS;

    private Pools() {}

    static HikariDataSource open(StoreSettings settings, Optional<EmbeddedFile> file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(StoreSettings.FEWEST_CONNECTIONS);
        config.setConnectionTimeout(LONGEST_WAIT_FOR_A_FILE.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (settings.place() instanceof StoreSettings.Place.Server server) {
            connect(config, server);
        } else if (settings.place() instanceof StoreSettings.Place.Memory memory) {
            embed(config, MEMORY.formatted(memory.name()));
        } else if (settings.place() instanceof StoreSettings.Place.Embedded embedded) {
            Path path = file.orElseThrow().path();
            embed(
                    config,
                    FILE.formatted(CrashSafePath.named(path, embedded.key().map(Pools::hex))));
        }
        HikariDataSource pool = new HikariDataSource(config);
        file.ifPresent(EmbeddedFile::restrict);
        return pool;
    }

    private static void embed(HikariConfig config, String url) {
        config.setJdbcUrl(url);
        config.setUsername(EMBEDDED_USER);
        config.setPassword("");
    }

    private static String hex(String key) {
        return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
    }

    private static void connect(HikariConfig config, StoreSettings.Place.Server server) {
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setConnectionInitSql(GIVE_UP);
        config.addDataSourceProperty("ApplicationName", "mirrorball");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", LOGIN_SECONDS);
        config.addDataSourceProperty("loginTimeout", LOGIN_SECONDS);
        config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setValidationTimeout(STILL_ALIVE.toMillis());
        config.setKeepaliveTime(SILENCE.toMillis());
    }
}
