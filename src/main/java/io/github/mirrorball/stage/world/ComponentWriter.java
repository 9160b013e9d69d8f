package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives components what Discord adds to them: ids, defaults, and the addresses of uploaded files. */
final class ComponentWriter {
    private static final String ATTACHMENT = "attachment://";

    private final World world;
    private final List<JsonNode> files;
    private final Set<Integer> taken = new HashSet<>();
    private int lastId;

    ComponentWriter(World world, ArrayNode uploaded, ArrayNode present) {
        this.world = world;
        this.files = Stream.concat(Json.each(uploaded), Json.each(present)).toList();
    }

    void complete(ArrayNode components) {
        List<ObjectNode> all = Components.flatten(components);
        all.forEach(component -> taken.add(component.path("id").asInt()));
        all.forEach(this::complete);
    }

    private void complete(ObjectNode component) {
        if (component.path("id").asInt() == 0) {
            component.put("id", freeId());
        }
        switch (Components.type(component)) {
            case Components.CONTAINER -> {
                writeNullable(component, "accent_color");
                writeOtherwise(component, "spoiler", false);
            }
            case Components.SEPARATOR -> {
                writeOtherwise(component, "divider", true);
                if (!component.has("spacing")) {
                    component.put("spacing", 1);
                }
            }
            case Components.GALLERY -> component.path("items").forEach(item -> writeMedia((ObjectNode) item, "media"));
            case Components.THUMBNAIL -> writeMedia(component, "media");
            case Components.FILE -> writeFile(component);
            case Components.STRING_SELECT, 5, 6, 7, Components.CHANNEL_SELECT -> select(component);
            default -> {}
        }
    }

    private int freeId() {
        do {
            lastId++;
        } while (taken.contains(lastId));
        return lastId;
    }

    private static void select(ObjectNode component) {
        if (!component.hasNonNull("min_values")) {
            component.put("min_values", 1);
        }
        if (!component.hasNonNull("max_values")) {
            component.put("max_values", 1);
        }
    }

    private void writeFile(ObjectNode component) {
        String url = component.path("file").path("url").asText();
        writeMedia(component, "file");
        if (url.startsWith(ATTACHMENT)) {
            JsonNode file = named(url.substring(ATTACHMENT.length()));
            component.set("name", file.path("filename"));
            component.set("size", file.path("size"));
        }
        writeOtherwise(component, "spoiler", false);
        component.remove("description");
    }

    private void writeMedia(ObjectNode owner, String field) {
        writeOtherwise(owner, "spoiler", false);
        writeNullable(owner, "description");
        String url = owner.path(field).path("url").asText();
        owner.set(field, url.startsWith(ATTACHMENT) ? uploaded(url.substring(ATTACHMENT.length())) : linked(url));
    }

    private ObjectNode uploaded(String name) {
        JsonNode file = named(name);
        ObjectNode media = Json.object()
                .put("id", Long.toString(world.ids.next()))
                .put("url", file.path("url").asText())
                .put("proxy_url", file.path("url").asText())
                .put("content_type", file.path("content_type").asText())
                .put("attachment_id", file.path("id").asText());
        media.set("width", file.path("width").isInt() ? file.path("width") : null);
        media.set("height", file.path("height").isInt() ? file.path("height") : null);
        return media;
    }

    private JsonNode named(String name) {
        return files.stream()
                .filter(candidate -> candidate.path("filename").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.form("media.url: no uploaded file " + name));
    }

    private ObjectNode linked(String url) {
        ObjectNode media = Json.object()
                .put("id", Long.toString(world.ids.next()))
                .put("url", url)
                .put("proxy_url", url);
        return media.putNull("content_type").putNull("width").putNull("height");
    }

    private static void writeNullable(ObjectNode component, String field) {
        if (!component.has(field)) {
            component.putNull(field);
        }
    }

    private static void writeOtherwise(ObjectNode component, String field, boolean value) {
        if (!component.hasNonNull(field)) {
            component.put(field, value);
        }
    }
}
