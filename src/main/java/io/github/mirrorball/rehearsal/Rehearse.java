package io.github.mirrorball.rehearsal;

import io.github.mirrorball.rehearsal.page.Page;
import io.github.mirrorball.rehearsal.play.DataDir;
import io.github.mirrorball.rehearsal.play.FanPicks;
import io.github.mirrorball.rehearsal.play.Picker;
import io.github.mirrorball.rehearsal.play.PicksFile;
import io.github.mirrorball.rehearsal.play.Play;
import io.github.mirrorball.rehearsal.play.Play.Played;
import io.github.mirrorball.rehearsal.play.PlayFailure;
import io.github.mirrorball.rehearsal.play.Progress;
import io.github.mirrorball.rehearsal.play.Rehearsal;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.rehearsal.play.SeasonSource;
import io.github.mirrorball.rehearsal.play.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that rehearses: the real bot, without a token and without Discord, on a page or by itself. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the real bot against a Discord of its own, on this computer and without a token, and shows it as a page"
                    + " in the browser: be the host or a fan, and wind the clock. Ctrl-C ends it.",
            "With --headless it plays the whole season by itself and prints the final standings.",
            "Nothing of DISCORD_TOKEN, DATA_DIR and DATABASE_URL is used. Set LOG_LEVEL to see the bot's log."
        })
public final class Rehearse implements Callable<Integer> {

    private static final String BUILT_IN = "season-33.json";
    private static final int USUAL_FANS = 40;
    private static final int USUAL_FANS_ON_THE_PAGE = 20;
    private static final int USUAL_PORT = 8484;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_FANS = 1000;

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--headless", description = "Play the season to its end, without a page.")
    private boolean headless;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The page's port on this computer, 0 for any that is free (default: " + USUAL_PORT + ").")
    private @Nullable Integer port;

    @Option(names = "--open", description = "Open the page in the browser of this computer.")
    private boolean open;

    @Option(
            names = "--season",
            paramLabel = "FILE",
            description = "The season to play; season 33 of Dancing with the Stars if none is given.")
    private @Nullable Path season;

    @Option(names = "--picks", paramLabel = "FILE", description = "Fans and their picks; made up if none are given.")
    private @Nullable Path picks;

    @Option(
            names = "--fans",
            paramLabel = "N",
            description = "How many fans to make up, 1 to " + MOST_FANS + " (default: " + USUAL_FANS_ON_THE_PAGE
                    + " on the page, " + USUAL_FANS + " without it).")
    private @Nullable Integer fans;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Made-up fans with the same seed pick the same (default: 1).")
    private long seed;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "With --headless: write polls, picks and standings there, as JSON.")
    private @Nullable Path report;

    @Option(names = "--limits", description = "Pace the bot as Discord would, which takes longer.")
    private boolean limits;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the database in this directory, which must be empty; a temporary one if none is given.")
    private @Nullable Path data;

    public Rehearse(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Plays. */
    @Override
    public Integer call() throws IOException {
        checkUsage();
        checkReport();
        SeasonSource source = SeasonSource.read(season());
        source.notes().forEach(terminal.out()::println);
        SeasonScript script = SeasonScript.read(source.json().getBytes(StandardCharsets.UTF_8));
        Picker picker = picker(script);
        try (DataDir directory = DataDir.of(Optional.ofNullable(data))) {
            if (!headless) {
                show(script, picker, directory.path());
                return 0;
            }
            Played played = play(script, picker, directory.path());
            print(played);
            if (report != null) {
                ReportFile.write(played.report(), report);
            }
        }
        return 0;
    }

    private void checkUsage() {
        if (fans != null && picks != null) {
            throw usage("--picks names its own fans; leave out --fans.");
        }
        if (fans != null && (fans < 1 || fans > MOST_FANS)) {
            throw usage("--fans must be 1 to " + MOST_FANS + ".");
        }
        if (report != null && !headless) {
            throw usage("--report is of a whole play; add --headless.");
        }
        if (open && headless) {
            throw usage("--headless has no page; leave out --open.");
        }
        if (port != null && (headless || port < 0 || port > HIGHEST_PORT)) {
            throw usage(headless ? "--headless has no page; leave out --port." : "--port must be 0 to 65535.");
        }
    }

    private RuntimeException usage(String sentence) {
        return spec == null
                ? new IllegalStateException(sentence)
                : new ParameterException(spec.commandLine(), sentence);
    }

    /** Before the play rather than after it. */
    private void checkReport() {
        if (report == null) {
            return;
        }
        Optional<Path> parent = Optional.ofNullable(report.toAbsolutePath().getParent());
        boolean isWritable = Files.exists(report)
                ? Files.isWritable(report)
                : parent.filter(Files::isDirectory).filter(Files::isWritable).isPresent();
        if (Files.isDirectory(report) || !isWritable) {
            throw new PlayFailure("The report cannot be written to " + report
                    + ": name a file in a directory that is there and can be written to.");
        }
    }

    private byte[] season() throws IOException {
        if (season != null) {
            return bytes(season, "season");
        }
        try (InputStream builtIn = Rehearse.class.getResourceAsStream(BUILT_IN)) {
            if (builtIn == null) {
                throw new PlayFailure("There is no built-in season; name one with --season.");
            }
            return builtIn.readAllBytes();
        }
    }

    private Picker picker(SeasonScript script) {
        int usual = headless ? USUAL_FANS : USUAL_FANS_ON_THE_PAGE;
        return picks == null
                ? new FanPicks(fans == null ? usual : fans, seed)
                : PicksFile.read(bytes(picks, "picks"), script);
    }

    private static byte[] bytes(Path file, String what) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new PlayFailure("There is no " + what + " file " + file + ".", missing);
        } catch (IOException unreadable) {
            throw new PlayFailure("The " + what + " file " + file + " cannot be read.", unreadable);
        }
    }

    private void show(SeasonScript script, Picker picker, Path directory) {
        terminal.out().println("Rehearsing " + script.plan().title() + " ...");
        try (Rehearsal rehearsal = new Rehearsal(script, picker, limits, directory);
                Page page = Page.open(rehearsal, port == null ? USUAL_PORT : port)) {
            terminal.out().println("Open " + page.address() + " in a browser. Ctrl-C ends the rehearsal.");
            if (open) {
                Browser.ofThisComputer().open(page.address(), terminal.out());
            }
            CompletableFuture<Void> begun = CompletableFuture.runAsync(page::begin, Rehearse::runBeside);
            ShutdownSignal.awaitFall(begun);
            begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
    }

    /** So that Ctrl-C is heard while the stage is being set. */
    private static void runBeside(Runnable work) {
        new Thread(work, "rehearsal-begins").start();
    }

    private Played play(SeasonScript script, Picker picker, Path directory) {
        int count = picker.fans().size();
        terminal.out()
                .println("Rehearsing " + script.plan().title() + " with " + count + (count == 1 ? " fan." : " fans."));
        try (Play play = new Play(script, picker, limits, directory);
                Progress progress =
                        terminal.progress(script.plan().title(), script.scenes().size())) {
            return play.play(progress);
        }
    }

    private void print(Played played) {
        terminal.out().println();
        StandingsTable.of(played.report()).forEach(terminal.out()::println);
        if (played.uncast() > 0) {
            terminal.out().println();
            terminal.out()
                    .println(
                            played.uncast() == 1
                                    ? "1 pick could not be cast."
                                    : played.uncast() + " picks could not be cast.");
        }
    }
}
