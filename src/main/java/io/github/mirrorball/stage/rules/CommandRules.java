package io.github.mirrorball.stage.rules;

import static io.github.mirrorball.stage.rules.ComponentRules.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Discord accepts as commands. */
public final class CommandRules {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final int MOST_OPTIONS = 25;
    private static final int MOST_CHARACTERS = 8000;
    public static final int SLASH = 1;
    public static final int MESSAGE = 3;
    private static final Map<Integer, Long> MOST = Map.of(SLASH, 100L, 2, 15L, MESSAGE, 15L);

    private CommandRules() {}

    public static void check(JsonNode commands) {
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            int type = command.path("type").asInt(SLASH);
            String name = command.path("name").asText();
            refuseIf(!names.add(type + "/" + name), "name: duplicated: " + name);
            if (type == SLASH) {
                checkSlash(command);
            } else {
                refuseIf(name.isEmpty() || name.length() > 32, "name: must have 1 to 32 characters: " + name);
                refuseIf(!command.path("description").asText("").isEmpty(), "description: only for slash commands");
            }
        }
        Json.each(commands)
                .collect(Collectors.groupingBy(command -> command.path("type").asInt(SLASH), Collectors.counting()))
                .forEach((type, count) -> refuseIf(count > MOST.getOrDefault(type, 0L), "commands: too many"));
    }

    private static void checkSlash(JsonNode command) {
        checkNamed(command);
        checkOptions(command.path("options"));
        int size = size(command);
        refuseIf(size > MOST_CHARACTERS, command.path("name").asText() + ": " + size + " characters, more than 8000");
    }

    private static void checkNamed(JsonNode named) {
        String name = named.path("name").asText();
        boolean fits = NAME.matcher(name).matches() && name.codePoints().noneMatch(Character::isUpperCase);
        refuseIf(!fits, "name: not a command or parameter name: " + name);
        int description = ControlRules.length(named, "description");
        refuseIf(description < 1 || description > 100, "description: must have 1 to 100 characters: " + name);
    }

    private static void checkOptions(JsonNode options) {
        refuseIf(options.size() > MOST_OPTIONS, "options: more than 25");
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (JsonNode option : options) {
            checkNamed(option);
            String name = option.path("name").asText();
            refuseIf(!names.add(name), "options: duplicated: " + name);
            boolean required = option.path("required").asBoolean();
            refuseIf(required && optionalSeen, "options: required after optional: " + name);
            optionalSeen |= !required;
            checkChoices(option);
            checkOptions(option.path("options"));
        }
    }

    private static void checkChoices(JsonNode option) {
        JsonNode choices = option.path("choices");
        refuseIf(choices.size() > MOST_OPTIONS, "choices: more than 25");
        refuseIf(
                !choices.isEmpty() && option.path("autocomplete").asBoolean(),
                "choices: not together with autocomplete");
        checkChoiceNames(choices);
    }

    public static void checkChoiceNames(JsonNode choices) {
        for (JsonNode choice : choices) {
            int name = ControlRules.length(choice, "name");
            refuseIf(name < 1 || name > 100, "choices: a name must have 1 to 100 characters");
            refuseIf(ControlRules.length(choice, "value") > 100, "choices: a value has at most 100 characters");
        }
    }

    private static int size(JsonNode node) {
        int size = ControlRules.length(node, "name") + ControlRules.length(node, "description");
        for (JsonNode option : node.path("options")) {
            size += size(option);
        }
        for (JsonNode choice : node.path("choices")) {
            size += ControlRules.length(choice, "name") + ControlRules.length(choice, "value");
        }
        return size;
    }
}
