package io.github.mirrorball.stage.world;

import static io.github.mirrorball.stage.rules.CommandRules.SLASH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.CommandRules;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The application's published commands. Guarded by the world's lock. */
public final class CommandBook {
    private static final int CREATES_A_DAY = 200;

    private final World world;
    private final List<ObjectNode> commands = new ArrayList<>();
    private final Deque<Instant> creates = new ArrayDeque<>();

    CommandBook(World world) {
        this.world = world;
    }

    public ArrayNode all() {
        return Json.array(commands.stream().map(ObjectNode::deepCopy));
    }

    /** Replaces all commands; those known by type and name keep their ids and count as no create. */
    public ArrayNode replace(JsonNode published) {
        CommandRules.check(published);
        List<ObjectNode> next = new ArrayList<>();
        published.forEach(command -> next.add(complete((ObjectNode) command.deepCopy())));
        commands.clear();
        commands.addAll(next);
        return all();
    }

    public ObjectNode put(ObjectNode command) {
        ArrayNode together = all();
        together.removeIf(known -> isSame(known, command));
        replace(together.add(command));
        return find(command).orElseThrow().deepCopy();
    }

    public Optional<ObjectNode> find(String name, int type) {
        return find(Json.object().put("name", name).put("type", type));
    }

    public Optional<ObjectNode> find(long id) {
        return commands.stream()
                .filter(known -> known.path("id").asLong() == id)
                .findFirst();
    }

    public void delete(long id) {
        commands.removeIf(known -> known.path("id").asLong() == id);
    }

    /** The command as this person finds it; Discord hides those that they may not use. */
    ObjectNode foundBy(StageUser user, StageChannel channel, String name, int type) {
        ObjectNode command = find(name, type).orElseThrow(() -> new IllegalArgumentException("No command " + name));
        if (!isFor(channel, command)) {
            throw new IllegalArgumentException(name + " cannot be used in " + channel);
        }
        if (!isFoundBy(user, channel, command)) {
            throw new IllegalArgumentException(user + " may not use " + name);
        }
        return command;
    }

    boolean isFoundBy(StageUser user, StageChannel channel, JsonNode command) {
        Optional<String> needed = Json.text(command, "default_member_permissions");
        boolean allowed = needed.isEmpty()
                || channel.isDirect()
                || user.server.isAllowed(user, command.path("name").asText())
                || may(user, channel, Long.parseLong(needed.get()));
        return allowed && isFor(channel, command);
    }

    private static boolean isFor(StageChannel channel, JsonNode command) {
        int context = channel.isDirect() ? 1 : 0;
        JsonNode contexts = command.path("contexts");
        return contexts.isEmpty() || Json.each(contexts).anyMatch(allowed -> allowed.asInt() == context);
    }

    private static boolean may(StageUser user, StageChannel channel, long needed) {
        long granted = user.server.permissionsOf(user.person, channel);
        return Permission.ADMINISTRATOR.in(granted) || (needed != 0 && (granted & needed) == needed);
    }

    private Optional<ObjectNode> find(JsonNode command) {
        return commands.stream().filter(known -> isSame(known, command)).findFirst();
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("name").equals(other.path("name"))
                && one.path("type").asInt(SLASH) == other.path("type").asInt(SLASH);
    }

    private ObjectNode complete(ObjectNode command) {
        Optional<ObjectNode> known = find(command);
        if (known.isEmpty()) {
            countCreate();
        }
        long id = known.map(old -> old.path("id").asLong()).orElseGet(world.ids::next);
        command.put("id", Long.toString(id))
                .put("application_id", Long.toString(world.bot.id))
                .put("version", Long.toString(world.ids.next()))
                .put("type", command.path("type").asInt(SLASH))
                .put("description", command.path("description").asText(""));
        normaliseNumbers(command, "contexts");
        normaliseNumbers(command, "integration_types");
        Json.text(command, "default_member_permissions")
                .ifPresentOrElse(
                        bits -> command.put("default_member_permissions", bits),
                        () -> command.putNull("default_member_permissions"));
        return command;
    }

    /** JDA sends these numbers as text, which Discord takes but does not give back. */
    private static void normaliseNumbers(ObjectNode command, String field) {
        if (command.path(field).isArray()) {
            ArrayNode numbers = Json.array();
            command.path(field).forEach(number -> numbers.add(number.asInt()));
            command.set(field, numbers);
        }
    }

    private void countCreate() {
        Instant now = world.now();
        creates.removeIf(at -> at.isBefore(now.minus(Duration.ofDays(1))));
        if (creates.size() >= CREATES_A_DAY) {
            throw Refusal.violation(400, 30034, "Max number of daily application command creates has been reached");
        }
        creates.addLast(now);
    }
}
