package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a season twice: undisturbed, and with a bot that is killed again and again; and tells whether anything differs. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Kills the bot again and again, or cuts it off, while a season is played.")
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

    @Option(names = "--mishaps", description = "About how many an episode the network has.")
    private int mishaps;

    @Option(names = "--no-reactions", description = "Fans vote by menu and form only.")
    private boolean noReactions;

    @Option(
            names = "--no-history",
            description = "The bot may not read its channel's history; fans vote by menu and form only.")
    private boolean noHistory;

    @Option(names = "--delete", description = "A moderator deletes messages now and then.")
    private boolean deleting;

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultHarness()).execute(args));
    }

    /** What a run came to. */
    record Run(String text, List<String> faults) {}

    static FaultHarness of(String... args) {
        FaultHarness harness = new FaultHarness();
        new CommandLine(harness).parseArgs(args);
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
        Scratch scratch = Scratch.create();
        Launcher launcher = Launcher.packing(scratch.path());
        JsonNode undisturbed;
        try (Playthrough calm = new Playthrough(
                programme, options(false, 0), Kills.plan(seed, 0, episodes), launcher, scratch.directory("calm"))) {
            undisturbed = calm.play().report();
        }
        long begun = wire.millis();
        try (Playthrough season = new Playthrough(
                programme,
                options(deleting, mishaps),
                Kills.plan(seed, kills, episodes),
                launcher,
                scratch.directory("killed"))) {
            Findings findings = Findings.of(programme, season.play(), deleting, mishaps > 0, undisturbed);
            Duration took = Duration.ofMillis(wire.millis() - begun);
            if (findings.faults().isEmpty()) {
                scratch.remove();
            }
            return new Run(
                    heading(season.venue(), took)
                            + season.venue().kills().table()
                            + season.venue().weather().table()
                            + findings.text(),
                    findings.faults());
        }
    }

    private Playthrough.Options options(boolean withDeletions, int withMishaps) {
        boolean reacting = !noReactions && !noHistory;
        return new Playthrough.Options(seed, fans, reacting, !noHistory, withDeletions, withMishaps);
    }

    private String heading(Venue venue, Duration took) {
        return "seed %d%s%s: %d of %d kills, %d starts, %d s%n"
                .formatted(
                        seed,
                        noHistory ? ", without history" : "",
                        deleting ? ", with deletions" : "",
                        venue.kills().all(),
                        kills,
                        venue.starts(),
                        took.toSeconds());
    }
}
