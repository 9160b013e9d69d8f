package io.github.mirrorball.stage.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Discord accepts as components of a message. */
public final class ComponentRules {
    private static final int MOST_COMPONENTS = 40;
    private static final int MOST_TEXT = 4000;
    private static final int MOST_BYTES = 10_170;
    private static final Set<Integer> TOP_V2 = Set.of(
            Components.ROW,
            Components.SECTION,
            Components.TEXT,
            Components.GALLERY,
            Components.FILE,
            Components.SEPARATOR,
            Components.CONTAINER);

    private ComponentRules() {}

    public static void check(ArrayNode components, boolean v2) {
        List<ObjectNode> all = Components.flatten(components);
        refuseIf(v2 && all.size() > MOST_COMPONENTS, "components: more than 40");
        refuseIf(!v2 && components.size() > 5, "components: more than 5 rows");
        for (JsonNode top : components) {
            boolean fits = v2 ? TOP_V2.contains(Components.type(top)) : Components.type(top) == Components.ROW;
            refuseIf(!fits, "components: type " + Components.type(top) + " cannot be outermost");
        }
        checkUnique(all);
        checkText(all);
        all.forEach(ComponentRules::check);
    }

    private static void checkUnique(List<ObjectNode> all) {
        Set<String> customIds = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (ObjectNode component : all) {
            Json.text(component, "custom_id")
                    .ifPresent(id -> refuseIf(!customIds.add(id), "custom_id: duplicated: " + id));
            int id = component.path("id").asInt();
            refuseIf(id != 0 && !ids.add(id), "id: duplicated: " + id);
        }
    }

    private static void checkText(List<ObjectNode> all) {
        int characters = 0;
        int bytes = 0;
        for (ObjectNode component : all) {
            if (Components.type(component) == Components.TEXT) {
                String text = component.path("content").asText();
                refuseIf(text.isEmpty(), "content: empty text display");
                characters += text.codePointCount(0, text.length());
                bytes += text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        refuseIf(characters > MOST_TEXT, "components: " + characters + " characters of text, more than 4000");
        if (bytes > MOST_BYTES) {
            throw Refusal.violation(500, 0, "Internal Server Error: " + bytes + " bytes of text");
        }
    }

    private static void check(ObjectNode component) {
        switch (Components.type(component)) {
            case Components.ROW -> checkRow(component);
            case Components.BUTTON -> ControlRules.checkButton(component);
            case Components.STRING_SELECT -> ControlRules.checkStringSelect(component);
            case 5, 6, 7, Components.CHANNEL_SELECT -> ControlRules.checkSelect(component);
            case Components.SECTION -> checkSection(component);
            case Components.GALLERY -> checkGallery(component);
            case Components.CONTAINER -> checkContainer(component);
            case Components.THUMBNAIL -> checkAlt(component);
            case Components.TEXT, Components.FILE, Components.SEPARATOR -> {}
            default -> throw Refusal.form("components: type " + Components.type(component) + " is for forms");
        }
    }

    private static void checkRow(ObjectNode row) {
        JsonNode children = row.path("components");
        long selects = Json.each(children)
                .filter(child -> Components.type(child) != Components.BUTTON)
                .count();
        refuseIf(children.isEmpty() || children.size() > 5, "row: holds 1 to 5 buttons");
        refuseIf(selects > 0 && children.size() > 1, "row: a menu stands alone");
    }

    private static void checkSection(ObjectNode section) {
        int texts = section.path("components").size();
        refuseIf(texts < 1 || texts > 3, "section: holds 1 to 3 texts");
        int accessory = Components.type(section.path("accessory"));
        refuseIf(
                accessory != Components.BUTTON && accessory != Components.THUMBNAIL,
                "section: needs a button or thumbnail");
    }

    private static void checkGallery(ObjectNode gallery) {
        int items = gallery.path("items").size();
        refuseIf(items < 1 || items > 10, "gallery: holds 1 to 10 items");
        gallery.path("items").forEach(ComponentRules::checkAlt);
    }

    private static void checkAlt(JsonNode media) {
        refuseIf(media.path("description").asText("").length() > 1024, "description: longer than 1024");
    }

    private static void checkContainer(ObjectNode container) {
        refuseIf(container.path("components").isEmpty(), "container: empty");
        for (JsonNode child : container.path("components")) {
            int type = Components.type(child);
            refuseIf(!TOP_V2.contains(type) || type == Components.CONTAINER, "container: cannot hold type " + type);
        }
    }

    public static void refuseIf(boolean wrong, String fault) {
        if (wrong) {
            throw Refusal.form(fault);
        }
    }
}
