package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.ComponentRules;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a message against what the stage holds every message against, without sending it. */
public final class AsDiscord {

    /** Discord fails somewhat above; a message keeps away from that. */
    private static final int MOST_BYTES = 9_500;

    private AsDiscord() {}

    /** Fails unless Discord would take these components; returns their text. */
    public static String takes(String json) {
        ArrayNode components = components(json);
        assertThatCode(() -> ComponentRules.check(components, true)).doesNotThrowAnyException();
        List<ObjectNode> all = Components.flatten(components);
        String text = all.stream()
                .filter(part -> Components.type(part) == Components.TEXT)
                .map(part -> part.path("content").asText())
                .collect(Collectors.joining("\n"));
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
        return text;
    }

    private static ArrayNode components(String json) {
        try {
            return (ArrayNode) Json.read(json).path("components");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
