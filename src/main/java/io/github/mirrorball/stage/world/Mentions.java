package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a text mentions, after what the sender allowed. */
record Mentions(List<Person> users, List<Long> roles, boolean everyone) {
    static final Mentions NONE = new Mentions(List.of(), List.of(), false);
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

    /**
     * @param allowed the request's {@code allowed_mentions}; missing means everything
     */
    static Mentions in(String text, JsonNode allowed, StageChannel channel) {
        List<Person> users = new ArrayList<>();
        for (long id : permitted(USER, text, allowed, "users")) {
            channel.world.findPerson(id).ifPresent(users::add);
        }
        boolean everyone = EVERYONE.matcher(text).find() && parses(allowed, "everyone");
        List<Long> roles = permitted(ROLE, text, allowed, "roles").stream()
                .filter(role -> channel.server()
                        .filter(server -> server.mayMention(role, channel))
                        .isPresent())
                .toList();
        return new Mentions(users, roles, everyone);
    }

    private static Set<Long> permitted(Pattern pattern, String text, JsonNode allowed, String kind) {
        Set<Long> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String id = matcher.group(1);
            if (parses(allowed, kind) || Json.each(allowed.path(kind)).anyMatch(node -> id.equals(node.asText()))) {
                found.add(Long.parseLong(id));
            }
        }
        return found;
    }

    private static boolean parses(JsonNode allowed, String kind) {
        return !allowed.isObject() || Json.each(allowed.path("parse")).anyMatch(node -> kind.equals(node.asText()));
    }

    void describe(ObjectNode message) {
        message.put("mention_everyone", everyone);
        message.set("mentions", Json.array(users.stream().map(Person::json)));
        ArrayNode ids = message.putArray("mention_roles");
        roles.forEach(role -> ids.add(Long.toString(role)));
    }
}
