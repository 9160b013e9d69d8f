package io.github.mirrorball.stage.rules;

import static io.github.mirrorball.stage.rules.ComponentRules.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Discord accepts as a button or a menu. */
public final class ControlRules {
    private static final int MOST_OPTIONS = 25;
    private static final int LINK = 5;
    private static final int PREMIUM = 6;

    private ControlRules() {}

    static void checkButton(JsonNode button) {
        refuseIf(length(button, "label") > 80, "label: longer than 80");
        int style = button.path("style").asInt();
        refuseIf(style < 1 || style > PREMIUM, "style: unknown button style " + style);
        if (style == LINK) {
            refuseIf(!Json.has(button, "url") || Json.has(button, "custom_id"), "button: a link needs url alone");
        } else if (style != PREMIUM) {
            refuseIf(Json.has(button, "url"), "button: only a link has a url");
            checkCustomId(button);
        }
        boolean shown = length(button, "label") > 0 || Json.has(button, "emoji") || style == PREMIUM;
        refuseIf(!shown, "button: needs a label or an emoji");
    }

    static void checkSelect(JsonNode select) {
        checkCustomId(select);
        refuseIf(length(select, "placeholder") > 150, "placeholder: longer than 150");
        int least = select.path("min_values").asInt(1);
        int most = select.path("max_values").asInt(1);
        refuseIf(least < 0 || most < 1 || most > MOST_OPTIONS || least > most, "select: min_values, max_values");
    }

    static void checkStringSelect(JsonNode select) {
        checkSelect(select);
        JsonNode options = select.path("options");
        refuseIf(options.isEmpty() || options.size() > MOST_OPTIONS, "options: 1 to 25, not " + options.size());
        refuseIf(select.path("max_values").asInt(1) > options.size(), "max_values: more than there are options");
        Set<String> values = new HashSet<>();
        for (JsonNode option : options) {
            int label = length(option, "label");
            int value = length(option, "value");
            refuseIf(label < 1 || label > 100, "label: an option's has 1 to 100 characters");
            refuseIf(value < 1 || value > 100, "value: an option's has 1 to 100 characters");
            refuseIf(length(option, "description") > 100, "description: an option's has at most 100 characters");
            refuseIf(!values.add(option.path("value").asText()), "value: duplicated: " + option.path("value"));
        }
    }

    static void checkCustomId(JsonNode control) {
        int length = length(control, "custom_id");
        refuseIf(length < 1 || length > 100, "custom_id: must have 1 to 100 characters");
    }

    public static int length(JsonNode node, String field) {
        String text = Json.text(node, field).orElse("");
        return text.codePointCount(0, text.length());
    }
}
