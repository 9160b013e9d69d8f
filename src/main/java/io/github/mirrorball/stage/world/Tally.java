package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Who reacted with one emoji, normally and super. */
public final class Tally {
    final Emoji emoji;
    final NavigableMap<Long, Person> normal = new TreeMap<>();
    final NavigableMap<Long, Person> burst = new TreeMap<>();

    Tally(Emoji emoji) {
        this.emoji = emoji;
    }

    public NavigableMap<Long, Person> of(boolean isBurst) {
        return isBurst ? burst : normal;
    }

    boolean isEmpty() {
        return normal.isEmpty() && burst.isEmpty();
    }

    ObjectNode json(Person reader, ObjectNode told) {
        ObjectNode json = Json.object()
                .put("count", normal.size() + burst.size())
                .put("me", normal.containsKey(reader.id))
                .put("me_burst", burst.containsKey(reader.id));
        json.set("emoji", told);
        json.putObject("count_details").put("normal", normal.size()).put("burst", burst.size());
        json.putArray("burst_colors");
        return json;
    }
}
