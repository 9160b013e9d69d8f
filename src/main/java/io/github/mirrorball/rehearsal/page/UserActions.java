package io.github.mirrorball.rehearsal.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageUser;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one of the people does, as the page tells it. Each request names the person as {@code as}. Thread-safe. */
final class UserActions {

    private static final Set<String> LANGUAGES = Set.of("en-US", "en-GB", "de");

    private final People people;
    private final Guide guide;

    UserActions(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
    }

    StageReply slash(JsonNode told) {
        return who(told).slash(where(told), text(told, "path"), options(told));
    }

    StageReply complete(JsonNode told) {
        return who(told).complete(where(told), text(told, "path"), options(told), text(told, "focused"));
    }

    StageReply menu(JsonNode told) {
        return who(told).menu(message(told), text(told, "command"));
    }

    StageReply press(JsonNode told) {
        return who(told).press(message(told), text(told, "customId"));
    }

    StageReply choose(JsonNode told) {
        return who(told).choose(message(told), text(told, "customId"), texts(told.path("values")));
    }

    void react(JsonNode told) {
        boolean on = told.path("on").asBoolean();
        StageMessage message = message(told);
        if (on) {
            who(told).react(message, text(told, "emoji"));
        } else {
            who(told).unreact(message, text(told, "emoji"));
        }
        guide.onReacted(message, on);
    }

    void say(JsonNode told) {
        who(told).say(where(told), text(told, "text"));
    }

    /** What was filled into a form: text, or a list of values, by custom id. */
    static Map<String, Object> filled(JsonNode told) {
        Map<String, Object> values = new LinkedHashMap<>();
        told.path("values")
                .properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isArray()
                                ? texts(field.getValue())
                                : field.getValue().asText()));
        return values;
    }

    /** The person, whose Discord speaks the page's language from now on. */
    StageUser who(JsonNode told) {
        return speaking(told, people.person(text(told, "as")));
    }

    /** The host, who does what the show clock's buttons say. */
    StageUser host(JsonNode told) {
        return speaking(told, people.host());
    }

    private static StageUser speaking(JsonNode told, StageUser person) {
        Optional.of(told.path("locale").asText()).filter(LANGUAGES::contains).ifPresent(person::setLocale);
        return person;
    }

    private StageChannel where(JsonNode told) {
        return people.channel(who(told), text(told, "channel"));
    }

    private StageMessage message(JsonNode told) {
        return people.message(who(told), where(told), text(told, "message"));
    }

    private Map<String, Object> options(JsonNode told) {
        StageUser person = who(told);
        Map<String, Object> options = new LinkedHashMap<>();
        told.path("options").properties().forEach(each -> options.put(each.getKey(), option(person, each.getValue())));
        return options;
    }

    /** A plain value stands for itself; what it refers to is named by its kind. */
    private Object option(StageUser person, JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.longValue();
        } else if (value.isNumber()) {
            return value.doubleValue();
        } else if (value.isBoolean()) {
            return value.booleanValue();
        } else if (value.has("file")) {
            return file(value.path("file"));
        } else if (value.has("channel")) {
            return people.channel(person, value.path("channel").asText());
        } else if (value.has("role")) {
            return people.role(value.path("role").asText());
        }
        return value.has("user") ? people.person(value.path("user").asText()) : value.asText();
    }

    private static StageFile file(JsonNode file) {
        byte[] bytes = Base64.getDecoder().decode(file.path("base64").asText());
        return new StageFile(text(file, "name"), bytes);
    }

    static String text(JsonNode told, String field) {
        JsonNode value = told.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is missing.");
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
