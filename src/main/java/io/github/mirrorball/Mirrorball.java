package io.github.mirrorball;

import io.github.mirrorball.bot.BadSettings;
import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.OfflineBackups;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.StartFailure;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.ops.BackupCommands;
import io.github.mirrorball.rehearsal.Rehearse;
import io.github.mirrorball.rehearsal.play.PlayFailure;
import io.github.mirrorball.rehearsal.play.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: runs the bot, or rehearses where there is no token to run it with. */
@Command(
        name = "mirrorball",
        mixinStandardHelpOptions = true,
        versionProvider = Mirrorball.Version.class,
        description = "A Discord bot that runs a fan prediction league for a weekly TV competition.",
        footer = {
            "",
            "Without a command it runs the bot if there is a DISCORD_TOKEN, and rehearses if not.",
            "Settings are read from the environment and from a file named .env; .env.example lists them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All went well.", "1:It failed; a sentence says why.", "2:The command was not understood."})
public final class Mirrorball implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(9);

    /** Where the log's configuration looks before it looks into the environment. */
    private static final String LOG_LEVEL = Settings.Key.LOG_LEVEL.name();

    private static final String LOG_FORMAT = Settings.Key.LOG_FORMAT.name();

    /** In a rehearsal only what should never happen is worth a line, unless somebody asks for more. */
    private static final String QUIET = "ERROR";

    private final Map<String, String> environment;
    private final Path directory;
    private final Terminal terminal;
    private final Start start;

    /**
     * A program in an environment.
     *
     * @param directory where {@code .env} is looked for
     */
    Mirrorball(Map<String, String> environment, Path directory, Terminal terminal) {
        this(environment, directory, terminal, (settings, early) -> Bot.start(settings, InstantSource.system(), early));
    }

    /** @param start starts the bot that {@code run} runs */
    Mirrorball(Map<String, String> environment, Path directory, Terminal terminal, Start start) {
        this.environment = environment;
        this.directory = directory;
        this.terminal = terminal;
        this.start = start;
    }

    /** Starts a bot, which it hands over as soon as that can be closed. */
    interface Start {
        Bot start(Settings settings, Consumer<Bot> early);
    }

    /** Starts the program; {@code --help} says what it can do. */
    public static void main(String[] args) {
        // Whatever a library writes without naming a language is for programs: it is the same on every machine.
        Locale.setDefault(Locale.ROOT);
        // A driver that logs in Java's own way would print among the sentences, in a form that no setting changes.
        LogManager.getLogManager().reset();
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        Terminal terminal = new Terminal(System.out, System.err, isWatched());
        int code = new Mirrorball(System.getenv(), Path.of(""), terminal).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Names and sentences are more than ASCII, which is all that Java writes where the machine's language is not set. */
    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(to)), true, StandardCharsets.UTF_8);
    }

    /** Some JDKs give a console where there is no terminal; a bar in a log is the worst that comes of it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    /** Does what the arguments say, and returns the exit code. */
    int execute(String... args) {
        System.setProperty(LOG_LEVEL, environment.getOrDefault(LOG_LEVEL, QUIET));
        System.setProperty(
                LOG_FORMAT, environment.getOrDefault(LOG_FORMAT, "text").toLowerCase(Locale.ROOT));
        CommandLine program = new CommandLine(this).addSubcommand(new Run()).addSubcommand(new Rehearse(terminal));
        BackupCommands.addTo(program, terminal.out(), () -> new OfflineBackups(storage(), newKey()), this::password);
        program.addSubcommand(new CommandLine.HelpCommand());
        // By itself picocli drops why a name is none.
        program.registerConverter(Path.class, Path::of);
        return program.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((misunderstood, arguments) -> usage(misunderstood))
                .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure))
                .execute(args);
    }

    /** The password of the server that is migrated to, from where PostgreSQL's own programs take it, or from whoever sits there. */
    @SuppressWarnings("SystemConsoleNull")
    private Optional<String> password() {
        Optional<String> given = Optional.ofNullable(environment.get("PGPASSWORD"));
        if (given.isPresent() || System.console() == null) {
            return given;
        }
        return Optional.ofNullable(System.console().readPassword("Password of the server's user (Enter if none): "))
                .map(String::new)
                .filter(typed -> !typed.isEmpty());
    }

    /** With which a database that is migrated to is encrypted, in the environment alone since it is needed only once. */
    private Optional<String> newKey() {
        return Optional.ofNullable(environment.get("NEW_DATA_KEY"))
                .map(String::strip)
                .filter(key -> !key.isEmpty());
    }

    private Storage storage() {
        return Storage.read(environment, directory);
    }

    /** Without a command. */
    @Override
    public Integer call() throws IOException {
        Optional<Settings> settings = Settings.read(environment, directory);
        if (settings.isPresent()) {
            return run(settings.get());
        }
        terminal.out()
                .println(
                        "There is no DISCORD_TOKEN, so this is a rehearsal: the real bot, on a page on this computer.");
        terminal.out()
                .println("To connect it to Discord, copy .env.example to .env, fill in the token, and start it again.");
        terminal.out().println();
        return new Rehearse(terminal).call();
    }

    /** The command that runs the bot. */
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Runs the bot. It needs a DISCORD_TOKEN, in the environment or in .env.")
    private final class Run implements Callable<Integer> {

        @Override
        public Integer call() {
            return run(Settings.read(environment, directory).orElseThrow(BadSettings::noToken));
        }
    }

    private int run(Settings settings) {
        System.setProperty(LOG_LEVEL, settings.logLevel());
        System.setProperty(LOG_FORMAT, settings.logFormat());
        CompletableFuture<Bot> running = new CompletableFuture<>();
        Thread stop = new Thread(() -> stopInOrder(running), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (Bot bot = start.start(settings, running::complete)) {
            bot.awaitEnd();
            return 0;
        } finally {
            running.cancel(false);
            withdraw(stop);
        }
    }

    /**
     * A signal is how the program is told to stop, so to have stopped is no failure: the JVM by itself would exit with 143. Also a start is
     * stopped in order, as soon as there is something to close; whoever sent the signal loses patience after ten seconds.
     */
    private static void stopInOrder(CompletableFuture<Bot> running) {
        try {
            running.thenAcceptAsync(Bot::close).get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException failed) {
            LoggerFactory.getLogger(Mirrorball.class).debug("It ended by itself meanwhile", failed);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            LoggerFactory.getLogger(Mirrorball.class)
                    .warn("Not everything could be closed in order: {}", late.toString());
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Whoever ends by itself says how with its own exit code. */
    private static void withdraw(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException stopping) {
            LoggerFactory.getLogger(Mirrorball.class).debug("Stopping already", stopping);
        }
    }

    /** By itself picocli guesses what was meant instead, and guesses what looks alike. */
    private static int usage(CommandLine.ParameterException misunderstood) {
        CommandLine command = misunderstood.getCommandLine();
        if (misunderstood.getCause() instanceof InvalidPathException foreign) {
            command.getErr().println(BadSettings.unwritable(foreign));
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        command.getErr().println(misunderstood.getMessage());
        command.usage(command.getErr());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private int fail(Exception failure) {
        LoggerFactory.getLogger(Mirrorball.class).debug("This is where it failed", failure);
        terminal.err().println(sentence(failure));
        return FAILED;
    }

    private static String sentence(Exception failure) {
        if (failure instanceof BadSettings || failure instanceof PlayFailure || failure instanceof StartFailure) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof InvalidPathException foreign) {
            return BadSettings.unwritable(foreign);
        }
        if (failure instanceof UncheckedIOException told) {
            return told.getMessage() + " Look at its permissions and at the space left on the disk.";
        }
        if (failure instanceof IOException) {
            return "A file could not be read or written: " + failure.getMessage();
        }
        return "That should not have happened: " + failure + " (LOG_LEVEL=DEBUG shows where)";
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Mirrorball.class.getPackage().getImplementationVersion();
            return new String[] {"Mirrorball " + (version == null ? "(not packaged)" : version)};
        }
    }
}
