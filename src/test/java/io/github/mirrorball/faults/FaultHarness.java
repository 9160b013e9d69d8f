package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Reports of seasons that were played without any misfortune, so that each is played once. */
    private static final Map<Calm, JsonNode> UNDISTURBED = new ConcurrentHashMap<>();

    private final InstantSource systemClock = InstantSource.system();

    private record Calm(Playthrough.Options options, int episodes) {}

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

    @Option(names = "--refusals", description = "Requests are refused with 403 now and then, and taken a moment later.")
    private boolean refusing;

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
        JsonNode undisturbed = UNDISTURBED.computeIfAbsent(
                new Calm(options(false, 0, false), episodes), calm -> undisturbed(programme, launcher, scratch));
        long begun = systemClock.millis();
        try (Playthrough season = new Playthrough(
                programme,
                options(deleting, mishaps, refusing),
                Kills.plan(seed, kills, episodes),
                launcher,
                scratch.directory("killed"))) {
            Findings findings = Findings.of(programme, season.play(), undisturbed);
            List<String> faults = new ArrayList<>(findings.faults());
            if (season.venue().kills().all() != kills) {
                faults.add("not as often killed as planned");
            }
            Duration took = Duration.ofMillis(systemClock.millis() - begun);
            if (faults.isEmpty()) {
                scratch.remove();
            }
            return new Run(
                    heading(season.venue(), took)
                            + season.venue().kills().table()
                            + season.venue().weather().table()
                            + findings.text(),
                    List.copyOf(faults));
        }
    }

    private JsonNode undisturbed(Programme programme, Launcher launcher, Scratch scratch) {
        try (Playthrough calm = new Playthrough(
                programme,
                options(false, 0, false),
                Kills.plan(seed, 0, episodes),
                launcher,
                scratch.directory("calm"))) {
            return calm.play().report();
        }
    }

    private Playthrough.Options options(boolean withDeletions, int withMishaps, boolean withRefusals) {
        boolean reacting = !noReactions && !noHistory;
        return new Playthrough.Options(seed, fans, reacting, !noHistory, withDeletions, withMishaps, withRefusals);
    }

    private String heading(Venue venue, Duration took) {
        return "seed %d%s%s%s%s: %d of %d kills, %d starts, %d s%n"
                .formatted(
                        seed,
                        noHistory ? ", without history" : "",
                        deleting ? ", with deletions" : "",
                        mishaps > 0 ? ", on a bad network" : "",
                        refusing ? ", among passing refusals" : "",
                        venue.kills().all(),
                        kills,
                        venue.starts(),
                        took.toSeconds());
    }
}
