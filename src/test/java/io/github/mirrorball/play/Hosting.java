package io.github.mirrorball.play;

import io.github.mirrorball.stage.world.StageChoices;
import io.github.mirrorball.stage.world.StageMessage;
import java.util.Map;

/** A host who sets a season up by hand, in an evening's server. */
final class Hosting {

    /** What is typed for the season that these tests set up by hand. */
    static final Map<String, Object> SMALL =
            Map.of("show", "Small Show", "title", "Small Season", "zone", "Europe/London");

    private final Evening evening;

    Hosting(Evening evening) {
        this.evening = evening;
    }

    /** Runs a command as the host and returns what they were told. */
    String told(String command, Map<String, Object> options) {
        return message(command, options).text();
    }

    StageMessage message(String command, Map<String, Object> options) {
        StageMessage message =
                evening.host().slash(evening.channel(), command, options).message();
        evening.settle();
        return message;
    }

    /** Presses a button as the host and returns what the message becomes, or what they are told. */
    String press(StageMessage message, String prefix) {
        String told =
                evening.host().press(message, message.button(prefix)).message().text();
        evening.settle();
        return told;
    }

    StageChoices choices(String command, Map<String, Object> options, String focused) {
        return evening.host()
                .complete(evening.channel(), command, options, focused)
                .choices();
    }

    /** A season with these contestants and no episode. */
    void season(String... contestants) {
        told("season create", SMALL);
        for (String name : contestants) {
            told("contestant add", Map.of("name", name));
        }
    }

    void episode(String airs) {
        told("episode add", Map.of("airs", airs));
    }
}
