package io.github.mirrorball.stage.rules;

import static io.github.mirrorball.stage.rules.ComponentRules.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Discord accepts as a form. */
public final class FormRules {
    private static final int MOST = 5;
    private static final int LONGEST_TITLE = 45;

    private FormRules() {}

    public static void check(JsonNode form) {
        ControlRules.checkCustomId(form);
        int title = ControlRules.length(form, "title");
        refuseIf(title < 1 || title > LONGEST_TITLE, "title: must have 1 to 45 characters");
        int size = form.path("components").size();
        refuseIf(size < 1 || size > MOST, "components: a form has 1 to 5, not " + size);
        form.path("components").forEach(FormRules::checkOuter);
        Set<String> customIds = new HashSet<>();
        Components.flatten(form.path("components")).forEach(FormRules::checkEnabled);
        Components.flatten(form.path("components"))
                .forEach(component -> Json.text(component, "custom_id")
                        .ifPresent(id -> refuseIf(!customIds.add(id), "custom_id: duplicated: " + id)));
    }

    private static void checkEnabled(JsonNode component) {
        refuseIf(component.path("disabled").asBoolean(), "disabled: nothing can be disabled in a form");
    }

    private static void checkOuter(JsonNode outer) {
        switch (Components.type(outer)) {
            case Components.LABEL -> checkLabel(outer);
            case Components.ROW -> outer.path("components").forEach(FormRules::checkField);
            case Components.TEXT -> {}
            default -> throw Refusal.form("components: type " + Components.type(outer) + " cannot be in a form");
        }
    }

    private static void checkLabel(JsonNode label) {
        int length = ControlRules.length(label, "label");
        refuseIf(length < 1 || length > LONGEST_TITLE, "label: must have 1 to 45 characters");
        refuseIf(ControlRules.length(label, "description") > 100, "description: longer than 100");
        checkField(label.path("component"));
    }

    private static void checkField(JsonNode field) {
        int type = Components.type(field);
        if (type == Components.TEXT_INPUT) {
            checkTextInput(field);
        } else if (type == Components.STRING_SELECT) {
            ControlRules.checkStringSelect(field);
        } else if (type >= Components.USER_SELECT && type <= Components.CHANNEL_SELECT) {
            ControlRules.checkSelect(field);
        } else {
            refuseIf(type < 19 || type > Components.CHECKBOX, "component: type " + type + " is not for forms");
            ControlRules.checkCustomId(field);
        }
    }

    private static void checkTextInput(JsonNode input) {
        ControlRules.checkCustomId(input);
        refuseIf(ControlRules.length(input, "placeholder") > 100, "placeholder: longer than 100");
        int value = ControlRules.length(input, "value");
        int most = input.path("max_length").asInt(4000);
        int least = input.path("min_length").asInt(0);
        refuseIf(value > most, "value: longer than max_length");
        refuseIf(most < 1 || most > 4000 || least < 0 || least > most, "min_length, max_length: out of range");
        refuseIf(value > 0 && value < least, "value: shorter than min_length");
    }
}
