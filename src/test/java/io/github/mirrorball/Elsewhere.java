package io.github.mirrorball;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.bot.Upkeep;
import io.github.mirrorball.rehearsal.play.Terminal;
import io.github.mirrorball.stage.Stage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program in a process of its own, against a stage in the process of the test. */
public final class Elsewhere {

    private Elsewhere() {}

    /**
     * Runs the bot as {@code run} does. Arguments: token, REST address, gateway address, data directory; and, where it is to keep things
     * in a PostgreSQL, its address and the port at which health is served.
     */
    public static void main(String[] args) {
        Settings.Wire wire = new Settings.Wire(URI.create(args[1]), URI.create(args[2]), true);
        Path data = Path.of(args[3]);
        Settings embedded = Settings.rehearsing(args[0], data, wire);
        Settings settings = args.length > 4 ? shared(embedded, args[4], Integer.parseInt(args[5])) : embedded;
        int code = new Mirrorball(
                        Map.of("DISCORD_TOKEN", "a.b.c", "LOG_LEVEL", "INFO"),
                        data,
                        new Terminal(System.out, System.err, false),
                        (given, early) -> Bot.start(settings, Clock.systemUTC(), early))
                .execute("run");
        if (code != 0) {
            System.exit(code);
        }
    }

    private static Settings shared(Settings embedded, String jdbcUrl, int port) {
        Settings.Database database = new Settings.Database(jdbcUrl, Optional.of("postgres"), Optional.of("postgres"));
        InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return embedded.with(
                        new Storage(embedded.storage().dataDir(), Optional.empty(), Optional.of(database)),
                        Optional.empty())
                .with(new Upkeep(Optional.of(at), Optional.empty(), 1));
    }

    /** Starts it. What it prints goes to a file beside the data. */
    static Process start(Stage stage, Path data, String... more) throws IOException {
        File log = data.resolve("output.txt").toFile();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                stage.token(),
                stage.restUrl(),
                stage.gatewayUrl(),
                data.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
