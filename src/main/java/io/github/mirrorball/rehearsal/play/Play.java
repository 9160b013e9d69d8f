package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.bot.Report;
import io.github.mirrorball.rehearsal.play.Crowd.Turnout;
import io.github.mirrorball.rehearsal.play.SeasonScript.Scene;
import io.github.mirrorball.show.Season;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Plays a season to its end, time passing only by winding the clock. For one play, by one thread. */
public final class Play implements AutoCloseable {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Set<String> SETTLED = Set.of("resolved", "canceled");

    private final SeasonScript season;
    private final Simulation simulation;
    private final Crowd crowd;
    private final Host host;
    private int uncast;

    /**
     * What a play came to.
     *
     * @param uncast how many picks could not be cast, because their contestants had left before
     */
    public record Played(Report report, int uncast) {}

    /**
     * Opens the stage and starts the bot on it.
     *
     * @param limits whether requests are paced as Discord paces them
     * @param data an empty directory for the bot's database
     */
    public Play(SeasonScript season, Picker picker, boolean limits, Path data) {
        this.season = season;
        this.simulation = new Simulation(season.begins(), limits, data, picker.fans());
        this.crowd = new Crowd(simulation, picker);
        this.host = new Host(simulation.host(), season);
    }

    /**
     * Plays to the end.
     *
     * @throws PlayFailure when the bot does not take what the host gives it
     */
    public Played play(Progress progress) {
        host.setUp(simulation);
        for (Scene scene : season.scenes()) {
            simulation.windTo(scene.at());
            String done = scene instanceof Scene.Entering entering ? enter(entering) : pick((Scene.Picking) scene);
            simulation.awaitCalm();
            progress.step(local(scene) + "  Episode " + scene.episode().number() + ": " + done);
        }
        simulation.windTo(season.ends());
        return new Played(report(), uncast);
    }

    private String local(Scene scene) {
        return LOCAL.format(scene.at().atZone(season.plan().zone()));
    }

    private Report report() {
        return simulation.reports().get(0);
    }

    private String enter(Scene.Entering scene) {
        Season played = simulation.seasons().get(0);
        host.enter(simulation, played, scene.episode(), scene.result()).ifPresent(said -> {
            throw new PlayFailure(
                    "The result of episode " + scene.episode().number() + " was not taken. The bot said: " + said);
        });
        checkSettled(scene);
        return "result entered";
    }

    /** A part of a result that the bot did not understand leaves its poll without an answer. */
    private void checkSettled(Scene.Entering scene) {
        report().polls().stream()
                .filter(poll -> season.isSettledBy(scene, new PollQuestion(poll.episode(), poll.asks())))
                .filter(poll -> !SETTLED.contains(poll.state()))
                .findFirst()
                .ifPresent(open -> {
                    throw new PlayFailure("The result of episode "
                            + scene.episode().number() + " was taken, but " + open.asks() + " has no answer by it.");
                });
    }

    private String pick(Scene.Picking scene) {
        Turnout turnout = crowd.pick(scene.questions());
        uncast += turnout.uncast();
        return turnout.cast() == 1 ? "1 pick" : turnout.cast() + " picks";
    }

    @Override
    public void close() {
        simulation.close();
    }
}
