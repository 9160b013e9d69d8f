package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a season twice: undisturbed, and with a bot that is killed again and again; and tells whether anything differs. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Kills the bot again and again while a season is played.")
public final class FaultHarness implements Callable<Integer> {

    private static final int WHOLE_SEASON = 10;

    private final InstantSource wire = InstantSource.system();

    @Option(names = "--seed", description = "Decides who picks what, and when the bot is killed.")
    private long seed = 33;

    @Option(names = "--kills", description = "How often the bot is killed.")
    private int kills = 100;

    @Option(names = "--episodes", description = "How much of the season is played.")
    private int episodes = WHOLE_SEASON;

    @Option(names = "--fans", description = "How many play.")
    private int fans = 12;

    @Option(names = "--no-reactions", description = "Fans vote by menu and form only.")
    private boolean noReactions;

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultHarness()).execute(args));
    }

    /** What a run came to. */
    record Run(String text, List<String> faults) {}

    static FaultHarness of(long seed, int kills, int episodes, int fans, boolean reacting) {
        FaultHarness harness = new FaultHarness();
        harness.seed = seed;
        harness.kills = kills;
        harness.episodes = episodes;
        harness.fans = fans;
        harness.noReactions = !reacting;
        return harness;
    }

    @Override
    public Integer call() {
        Run run = run();
        System.out.println(run.text());
        run.faults().forEach(fault -> System.out.println("WRONG: " + fault));
        return run.faults().isEmpty() ? 0 : 1;
    }

    /** Plays both. */
    Run run() {
        Programme programme = Programme.of(episodes);
        Playthrough.Options options = new Playthrough.Options(seed, fans, !noReactions);
        Path directory = directory();
        JsonNode undisturbed;
        try (Playthrough calm =
                new Playthrough(programme, options, Kills.plan(seed, 0, episodes), directory.resolve("calm"))) {
            undisturbed = calm.play().report();
        }
        long begun = wire.millis();
        try (Playthrough season =
                new Playthrough(programme, options, Kills.plan(seed, kills, episodes), directory.resolve("killed"))) {
            Findings findings = Findings.of(programme, season.play(), undisturbed);
            Duration took = Duration.ofMillis(wire.millis() - begun);
            String text = "seed %d, %d of %d kills, %d starts, %d s%n%s%s"
                    .formatted(
                            seed,
                            season.venue().kills().all(),
                            kills,
                            season.venue().starts(),
                            took.toSeconds(),
                            season.venue().kills().table(),
                            findings.text());
            if (findings.faults().isEmpty()) {
                remove(directory);
            }
            return new Run(text, findings.faults());
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("faults-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> content = Files.walk(directory)) {
            for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
