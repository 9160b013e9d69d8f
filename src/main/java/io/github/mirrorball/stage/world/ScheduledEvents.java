package io.github.mirrorball.stage.world;

import static io.github.mirrorball.stage.rules.ComponentRules.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.ControlRules;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server's scheduled events. Starts are judged by the show clock. Guarded by the world's lock. */
public final class ScheduledEvents {
    static final int SCHEDULED = 1;
    static final int ACTIVE = 2;
    static final int COMPLETED = 3;
    static final int CANCELED = 4;
    private static final int EXTERNAL = 3;
    private static final int MOST = 100;

    private final StageServer server;
    private final Map<Long, ObjectNode> events = new TreeMap<>();

    ScheduledEvents(StageServer server) {
        this.server = server;
    }

    /** Those that have not ended, soonest first. */
    public List<ObjectNode> all() {
        advance();
        return events.values().stream()
                .filter(event -> event.path("status").asInt() <= ACTIVE)
                .map(ObjectNode::deepCopy)
                .sorted(Comparator.comparing(
                        event -> event.path("scheduled_start_time").asText()))
                .toList();
    }

    /** Those that are over as well, in the order in which they were made. */
    List<ObjectNode> ever() {
        advance();
        return events.values().stream().map(ObjectNode::deepCopy).toList();
    }

    public ObjectNode find(long id) {
        advance();
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> Refusal.of(404, 10070, "Unknown Guild Scheduled Event"));
    }

    /** Other people's events count too, so that a bot cannot know that there are too many. */
    public ObjectNode create(JsonNode body) {
        if (all().size() >= MOST) {
            throw Refusal.of(400, 30038, "Maximum number of guild scheduled events reached (100)");
        }
        ObjectNode event = blank().setAll((ObjectNode) body.deepCopy());
        check(event);
        requireFuture(event);
        normalise(event);
        events.put(event.path("id").asLong(), event);
        tell("GUILD_SCHEDULED_EVENT_CREATE", event);
        return event;
    }

    public ObjectNode edit(long id, JsonNode body) {
        ObjectNode event = find(id);
        int from = event.path("status").asInt();
        requireStep(from, body.path("status").asInt(from));
        ObjectNode changed = event.deepCopy().setAll((ObjectNode) body.deepCopy());
        if (body.has("scheduled_start_time")
                && !instant(event, "scheduled_start_time").equals(instant(changed, "scheduled_start_time"))) {
            requireStep(from, SCHEDULED);
            requireFuture(changed);
        }
        check(changed);
        normalise(changed);
        keep(id, changed);
        return changed;
    }

    /** An event that says the same, made by somebody else. */
    long copy(long id, Person creator) {
        ObjectNode event = find(id).deepCopy();
        long copied = server.world.ids.next();
        event.put("id", Long.toString(copied)).put("creator_id", Long.toString(creator.id));
        event.set("creator", creator.json());
        events.put(copied, event);
        tell("GUILD_SCHEDULED_EVENT_CREATE", event);
        return copied;
    }

    public void delete(long id) {
        ObjectNode event = find(id);
        events.remove(id);
        tell("GUILD_SCHEDULED_EVENT_DELETE", event);
    }

    void setStatus(long id, int status) {
        keep(id, find(id).deepCopy().put("status", status));
    }

    private void keep(long id, ObjectNode event) {
        events.put(id, event);
        tell("GUILD_SCHEDULED_EVENT_UPDATE", event);
    }

    /** External events start and end by themselves at their times. */
    private void advance() {
        Instant now = server.world.options.show().instant();
        for (ObjectNode event : List.copyOf(events.values())) {
            int status = event.path("status").asInt();
            int due = status;
            if (status <= ACTIVE && event.path("entity_type").asInt() == EXTERNAL) {
                due = now.isBefore(instant(event, "scheduled_start_time")) ? status : ACTIVE;
                due = now.isBefore(instant(event, "scheduled_end_time")) ? due : COMPLETED;
            }
            if (due != status) {
                keep(event.path("id").asLong(), event.deepCopy().put("status", due));
            }
        }
    }

    /**
     * Scheduled becomes active or canceled, active becomes completed; nothing goes back. An event can end between the
     * bot's look and its request, so this is no violation.
     */
    private static void requireStep(int from, int to) {
        boolean begins = from == SCHEDULED && (to == ACTIVE || to == CANCELED);
        boolean stays = from == to && from <= ACTIVE;
        if (!begins && !stays && !(from == ACTIVE && to == COMPLETED)) {
            throw Refusal.of(400, 180000, "Cannot update a finished event");
        }
    }

    private ObjectNode blank() {
        ObjectNode event = Json.object()
                .put("id", Long.toString(server.world.ids.next()))
                .put("guild_id", Long.toString(server.id))
                .put("creator_id", Long.toString(server.world.bot.id))
                .put("status", SCHEDULED)
                .put("user_count", 0);
        for (String field :
                List.of("channel_id", "description", "image", "entity_id", "recurrence_rule", "scheduled_end_time")) {
            event.putNull(field);
        }
        event.putArray("guild_scheduled_event_exceptions");
        event.set("creator", server.world.bot.json());
        return event;
    }

    private static void check(ObjectNode event) {
        int name = ControlRules.length(event, "name");
        refuseIf(name < 1 || name > 100, "name: must have 1 to 100 characters");
        refuseIf(ControlRules.length(event, "description") > 1000, "description: longer than 1000");
        refuseIf(event.path("privacy_level").asInt() != 2, "privacy_level: must be 2");
        refuseIf(!Json.has(event, "scheduled_start_time"), "scheduled_start_time: required");
        if (event.path("entity_type").asInt() == EXTERNAL) {
            int location = ControlRules.length(event.path("entity_metadata"), "location");
            refuseIf(location < 1 || location > 100, "entity_metadata.location: must have 1 to 100 characters");
            refuseIf(!Json.has(event, "scheduled_end_time"), "scheduled_end_time: required");
            refuseIf(
                    !instant(event, "scheduled_end_time").isAfter(instant(event, "scheduled_start_time")),
                    "scheduled_end_time: must be after the start");
        }
    }

    private void requireFuture(JsonNode event) {
        refuseIf(
                !instant(event, "scheduled_start_time")
                        .isAfter(server.world.options.show().instant()),
                "scheduled_start_time: must be in the future");
    }

    private static void normalise(ObjectNode event) {
        for (String field : List.of("scheduled_start_time", "scheduled_end_time")) {
            if (Json.has(event, field)) {
                event.put(field, instant(event, field).toString());
            }
        }
    }

    private static Instant instant(JsonNode event, String field) {
        try {
            return OffsetDateTime.parse(event.path(field).asText()).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.form(field + ": not a time: " + event.path(field));
        }
    }

    private void tell(String type, ObjectNode event) {
        server.world.gateway.sendToServer(server, Intent.GUILD_SCHEDULED_EVENTS, type, event);
    }
}
