package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.rules.StandardEmoji;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The custom emoji of one server, and which others can be used in it: the standard ones, and no other server's. Reactions of an emoji that was
 * deleted stay where they are. Thread-safe.
 */
public final class ServerEmoji {
    private final StageServer server;
    private final Map<String, Custom> known = new LinkedHashMap<>();
    private final Set<String> forgotten = new HashSet<>();

    ServerEmoji(StageServer server) {
        this.server = server;
    }

    private record Custom(String name, boolean animated) {}

    /** Makes a custom emoji and returns what stands for it in messages, such as {@code <:disco:123>}. */
    public String add(String name, boolean animated) {
        synchronized (server.world) {
            String id = Long.toString(server.world.ids.next());
            known.put(id, new Custom(name, animated));
            return (animated ? "<a:" : "<:") + name + ":" + id + ">";
        }
    }

    /** Gives a custom emoji another name; messages keep the one with which they were written. */
    public void rename(String written, String name) {
        synchronized (server.world) {
            known.computeIfPresent(id(written), (id, custom) -> new Custom(name, custom.animated));
        }
    }

    /** Deletes a custom emoji. */
    public void delete(String written) {
        synchronized (server.world) {
            known.remove(id(written));
        }
    }

    /** Discord does not know a standard emoji any more. */
    public void forget(String standard) {
        synchronized (server.world) {
            forgotten.add(StandardEmoji.bare(standard));
        }
    }

    private static String id(String written) {
        return written.substring(written.lastIndexOf(':') + 1, written.length() - 1);
    }

    /** Whether somebody can use it here anew. */
    boolean has(Emoji emoji) {
        return emoji.id()
                .map(known::containsKey)
                .orElseGet(() -> StandardEmoji.has(emoji.name()) && !forgotten.contains(emoji.key()));
    }

    /** Discord's list of them. */
    public List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        known.forEach((id, custom) -> all.add(Json.object()
                .put("id", id)
                .put("name", custom.name)
                .put("require_colons", true)
                .put("managed", false)
                .put("animated", custom.animated)
                .put("available", true)
                .set("roles", Json.array())));
        return all;
    }

    /** As an event tells it: a custom one by its name of now, of which nothing is left once it is deleted; whether it moves is left out. */
    ObjectNode event(Emoji emoji) {
        String name = emoji.id().isPresent() ? null : emoji.name();
        Optional<Custom> custom = emoji.id().map(known::get);
        return Json.object()
                .put("id", emoji.id().orElse(null))
                .put("name", custom.map(Custom::name).orElse(name));
    }

    /** As it stands on a message. */
    ObjectNode reaction(Emoji emoji) {
        ObjectNode json = event(emoji);
        emoji.id().map(known::get).filter(Custom::animated).ifPresent(moving -> json.put("animated", true));
        return json;
    }

    /** Refuses buttons and menus with an emoji that cannot be used here; all that is wrong is named at once, each at its place. */
    public void check(String place, JsonNode components) {
        List<String> places = new ArrayList<>();
        find(place + "components", components, places);
        if (!places.isEmpty()) {
            throw Refusal.emoji(places);
        }
    }

    private void find(String place, JsonNode components, List<String> places) {
        for (int at = 0; at < components.size(); at++) {
            find(place + "." + at, components.get(at), places, true);
        }
    }

    private void find(String place, JsonNode component, List<String> places, boolean nested) {
        look(place, component.path("emoji"), places);
        for (int at = 0; at < component.path("options").size(); at++) {
            look(place + ".options." + at, component.path("options").get(at).path("emoji"), places);
        }
        find(place + ".components", component.path("components"), places);
        if (nested) {
            find(place + ".accessory", component.path("accessory"), places, false);
            find(place + ".component", component.path("component"), places, false);
        }
    }

    private void look(String place, JsonNode emoji, List<String> places) {
        Optional<String> id = Json.text(emoji, "id");
        Optional<String> name = Json.text(emoji, "name");
        boolean used = id.isPresent() || name.isPresent();
        if (used && !has(new Emoji(id, name.orElse("")))) {
            places.add(place + ".emoji." + (id.isPresent() ? "id" : "name"));
        }
    }
}
