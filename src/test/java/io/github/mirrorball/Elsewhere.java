package io.github.mirrorball;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.rehearsal.Terminal;
import io.github.mirrorball.rehearsal.stage.Stage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, against a stage in the process of the test. */
public final class Elsewhere {

    private Elsewhere() {}

    /** Runs the bot as {@code run} does. Arguments: token, REST address, gateway address, data directory. */
    public static void main(String[] args) {
        Settings.Wire wire = new Settings.Wire(URI.create(args[1]), URI.create(args[2]), true);
        Path data = Path.of(args[3]);
        int code = new Mirrorball(
                        Map.of("DISCORD_TOKEN", "a.b.c", "LOG_LEVEL", "INFO"),
                        data,
                        new Terminal(System.out, System.err, false),
                        settings -> Bot.start(Settings.rehearsing(args[0], data, wire), Clock.systemUTC()))
                .execute("run");
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Starts it. What it prints goes to a file beside the data. */
    static Process start(Stage stage, Path data) throws IOException {
        File log = data.resolve("output.txt").toFile();
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        stage.token(),
                        stage.restUrl(),
                        stage.gatewayUrl(),
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
