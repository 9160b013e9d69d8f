package io.github.mirrorball.stage.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Walks a tree of components. */
public final class Components {
    public static final int ROW = 1;
    public static final int BUTTON = 2;
    public static final int STRING_SELECT = 3;
    public static final int TEXT_INPUT = 4;
    public static final int USER_SELECT = 5;
    public static final int CHANNEL_SELECT = 8;
    static final int SECTION = 9;
    public static final int TEXT = 10;
    public static final int THUMBNAIL = 11;
    public static final int GALLERY = 12;
    public static final int FILE = 13;
    public static final int SEPARATOR = 14;
    public static final int CONTAINER = 17;
    public static final int LABEL = 18;
    public static final int RADIO_GROUP = 21;
    static final int CHECKBOX_GROUP = 22;
    public static final int CHECKBOX = 23;

    private Components() {}

    public static int type(JsonNode component) {
        return component.path("type").asInt();
    }

    /** Every component of the tree, parents before children. */
    public static List<ObjectNode> flatten(JsonNode components) {
        List<ObjectNode> all = new ArrayList<>();
        components.forEach(component -> collect(component, all));
        return all;
    }

    private static void collect(JsonNode component, List<ObjectNode> all) {
        if (component instanceof ObjectNode object) {
            all.add(object);
            object.path("components").forEach(child -> collect(child, all));
            collect(object.path("accessory"), all);
            collect(object.path("component"), all);
        }
    }

    /** All text displays, a line each. */
    public static String text(JsonNode components) {
        return flatten(components).stream()
                .filter(component -> type(component) == TEXT)
                .map(component -> component.path("content").asText())
                .collect(Collectors.joining("\n"));
    }
}
