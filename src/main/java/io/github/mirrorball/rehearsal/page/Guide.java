package io.github.mirrorball.rehearsal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.rehearsal.play.Director.Programme;
import io.github.mirrorball.rehearsal.play.Simulation;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageMessage;
import java.util.List;
import java.util.regex.Pattern;

/** How far the one at the page has come in a first week, by what really happened: picked, locked, entered, seen the standings. Thread-safe. */
final class Guide {

    private static final List<String> PICKING = List.of("pick:", "guess:");

    private static final Pattern LOOKING = Pattern.compile("standings|me\\b");

    private final Simulation simulation;
    private volatile boolean picked;
    private volatile boolean looked;

    Guide(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Someone reacted; on a card that is a pick. */
    void onReacted(StageMessage message, boolean on) {
        picked |= on && simulation.cards().stream().anyMatch(card -> card.message() == message.id());
    }

    /** Someone used a menu or sent a form, and the bot answered. */
    void onAnswered(String customId, StageAnswer answer) {
        picked |= answer instanceof StageMessage && PICKING.stream().anyMatch(customId::startsWith);
    }

    /** Someone used a command, or a button that stands for one, and the bot answered. */
    void onUsed(String command, StageAnswer answer) {
        looked |= answer instanceof StageMessage && LOOKING.matcher(command).lookingAt();
    }

    /** Which steps are done. Standings count only once there are any. */
    JsonNode json(Programme programme) {
        ObjectNode json = Json.object();
        boolean entered = programme.entered() > 0;
        return json.put("pick", picked)
                .put("lock", programme.locked())
                .put("result", entered)
                .put("standings", entered && looked);
    }
}
