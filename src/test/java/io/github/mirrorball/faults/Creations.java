package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageEvent;
import io.github.mirrorball.stage.world.StageMessage;
import java.util.ArrayList;
import java.util.List;

/** Every message that everybody saw come, also those that are deleted since. Thread-safe. */
final class Creations {

    private final List<Creation> all = new ArrayList<>();

    /**
     * A message as it came.
     *
     * @param notice the number that the bot wrote into it
     */
    record Creation(long notice, StageMessage message, String text) {

        @Override
        public String toString() {
            return "message " + message.id() + " in " + message.channel() + " (notice " + notice + "): "
                    + text.lines().limit(2).toList();
        }
    }

    private Creations() {}

    static Creations on(Stage stage) {
        Creations creations = new Creations();
        stage.watch(creations::see);
        return creations;
    }

    private synchronized void see(StageEvent event) {
        if (event.kind() == StageEvent.Kind.CREATED && event.onlyFor().isEmpty()) {
            JsonNode outermost = event.message().json().path("components").path(0);
            all.add(new Creation(
                    outermost.path("id").asLong(),
                    event.message(),
                    event.message().text()));
        }
    }

    synchronized List<Creation> all() {
        return List.copyOf(all);
    }
}
