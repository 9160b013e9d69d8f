package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageSilence;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The host of a rehearsal, who does with the bot what a host does in Discord. */
final class Host {

    private static final String FORM = "result-form:";
    private static final String CONFIRM = "result-confirm:";

    private final StageUser user;
    private final SeasonScript script;

    Host(StageUser user, SeasonScript script) {
        this.user = user;
        this.script = script;
    }

    /**
     * Sets the season up in the ballroom.
     *
     * @throws PlayFailure if the bot does not take it
     */
    void setUp(Simulation simulation) {
        simulation.awaitCalm();
        StageFile file = new StageFile("season.json", script.announced().getBytes(StandardCharsets.UTF_8));
        String said = said(user.slash(simulation.ballroom(), "season import", Map.of("file", file))
                .await());
        simulation.awaitCalm();
        if (simulation.reports().isEmpty()) {
            throw new PlayFailure("The season was not taken. The bot said: " + said);
        }
    }

    /** Has the bot ask for results where the hosts are among themselves. */
    void moveIn(Simulation simulation) {
        StageAnswer unused = user.slash(
                        simulation.ballroom(), "season settings", Map.of("host-channel", simulation.hosts()))
                .await();
        simulation.awaitCalm();
    }

    /**
     * Enters an episode's result by form and preview.
     *
     * @return what the bot said, in its Markdown, where it did not take the result; empty where it did
     */
    Optional<String> enter(Simulation simulation, Season season, Episode episode, Result result) {
        int before = version(simulation, season, episode);
        StageAnswer last = fillIn(simulation.hosts(), season, episode, result);
        simulation.awaitCalm();
        return version(simulation, season, episode) > before ? Optional.empty() : Optional.of(said(last));
    }

    private static int version(Simulation simulation, Season season, Episode episode) {
        return simulation.seasons().stream()
                .filter(each -> each.id() == season.id())
                .mapToInt(each -> each.asEntered().version(episode.number()))
                .sum();
    }

    private StageAnswer fillIn(StageChannel channel, Season season, Episode episode, Result result) {
        Map<String, Object> which = Map.of("episode", episode.number(), "season", Long.toString(season.id()));
        StageAnswer opened = user.slash(channel, "result enter", which).await();
        if (!(opened instanceof StageForm form)) {
            return opened;
        }
        StageAnswer preview =
                user.submit(form, ResultFields.of(form, season, result)).await();
        return preview instanceof StageMessage message && isConfirmable(message)
                ? user.press(message, message.button(CONFIRM)).await()
                : preview;
    }

    /** Whether the bot opened this form for the result of that episode. */
    static boolean isResultForm(StageForm form, Season season, Episode episode) {
        return form.customId().startsWith(FORM + season.id() + ":" + episode.number() + ":");
    }

    private static boolean isConfirmable(StageMessage message) {
        return message.components().stream()
                .anyMatch(component -> component.path("custom_id").asText().startsWith(CONFIRM));
    }

    private static String said(StageAnswer answer) {
        if (answer instanceof StageMessage message) {
            return message.text();
        }
        return answer instanceof StageSilence silence ? "nothing (" + silence.reason() + ")" : answer.toString();
    }
}
