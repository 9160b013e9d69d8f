package io.github.mirrorball.bench;

import io.github.mirrorball.faults.BotProcess;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A stage in this process, and a bot on it in a process of its own with the memory that the image gives it. For one thread at a time. */
final class Measured implements AutoCloseable {

    private final Stage stage;
    private final ShiftedClock clock;
    private final BotProcess bot;

    private Measured(Stage stage, ShiftedClock clock, BotProcess bot) {
        this.stage = stage;
        this.clock = clock;
        this.bot = bot;
    }

    /** The bare bot, on a stage of its own. */
    static Measured bare(Path directory) {
        return bare(directory, stage -> {});
    }

    /** The bare bot, on a stage that is prepared before it comes. */
    static Measured bare(Path directory, Consumer<Stage> preparing, String... jvm) {
        ShiftedClock clock = clock(directory);
        Stage stage = Stage.start(StageOptions.defaults().withShow(clock));
        preparing.accept(stage);
        return new Measured(stage, clock, start(BareBot.class, directory, stage, List.of(jvm)));
    }

    /** The real bot, on a stage of its own. */
    static Measured mirrorball(Path directory, StageOptions options) {
        return mirrorball(directory, options, (stage, clock) -> {});
    }

    /** The real bot, on a stage that is prepared before it comes. */
    static Measured mirrorball(
            Path directory, StageOptions options, BiConsumer<Stage, ShiftedClock> preparing, String... jvm) {
        ShiftedClock clock = clock(directory);
        Stage stage = Stage.start(options.withShow(clock));
        preparing.accept(stage, clock);
        return new Measured(
                stage,
                clock,
                start(
                        MeasuredBot.class,
                        directory,
                        stage,
                        List.of(jvm),
                        directory.toString(),
                        directory.resolve("clock").toString(),
                        Boolean.toString(options.limits())));
    }

    private static ShiftedClock clock(Path directory) {
        try {
            Files.createDirectories(directory);
            return ShiftedClock.in(directory.resolve("clock"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static BotProcess start(Class<?> main, Path directory, Stage stage, List<String> jvm, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Image.read().starting());
        command.addAll(jvm);
        command.addAll(List.of(System.getProperty("bench.jvm", "-Xshare:auto").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(stage.restUrl(), stage.gatewayUrl(), stage.token()));
        command.addAll(List.of(more));
        Path log = directory.resolve("bot.log");
        BotProcess bot = BotProcess.start(command, log);
        if (!bot.awaitReady()) {
            throw new AssertionError("The bot does not start; what it logged is in " + log);
        }
        return bot;
    }

    Stage stage() {
        return stage;
    }

    ShiftedClock clock() {
        return clock;
    }

    /** Asks the bot and waits for its answer. */
    String ask(String question) {
        return bot.ask(question).orElseThrow(() -> new AssertionError("The bot ended at the question: " + question));
    }

    /** Waits until everybody has seen and done everything. */
    void settle() {
        stage.flush();
        ask("settle");
        stage.flush();
        ask("settle");
    }

    /** What lives in the bot's memory after a collection, in megabytes. */
    double heap() {
        return Long.parseLong(ask("heap")) / 1e6;
    }

    /** Fails if the bot did anything on the stage that a correct bot does not do. */
    void requireGoodManners() {
        if (!stage.violations().isEmpty()) {
            throw new AssertionError("The bot broke Discord's rules: " + stage.violations());
        }
    }

    @Override
    public void close() {
        bot.quit();
        stage.close();
    }
}
