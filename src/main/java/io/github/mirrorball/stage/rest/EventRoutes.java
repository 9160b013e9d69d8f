package io.github.mirrorball.stage.rest;

import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.ScheduledEvents;
import io.github.mirrorball.stage.world.World;
import java.util.List;

/** Scheduled events of servers. */
final class EventRoutes {
    private final World world;

    private EventRoutes(World world) {
        this.world = world;
    }

    static List<Route> in(World world) {
        EventRoutes area = new EventRoutes(world);
        String all = "/guilds/{guild_id}/scheduled-events";
        String one = all + "/{guild_scheduled_event_id}";
        return List.of(
                Route.of("GET", all, area::list),
                Route.of("POST", all, area::create),
                Route.of("GET", one, area::get),
                Route.of("PATCH", one, area::edit),
                Route.of("DELETE", one, area::delete));
    }

    private RestResponse list(RestRequest call) {
        return RestResponse.ok(Json.array(events(call).all().stream()));
    }

    private RestResponse get(RestRequest call) {
        return RestResponse.ok(events(call).find(id(call)).deepCopy());
    }

    private RestResponse create(RestRequest call) {
        require(call, Permission.CREATE_EVENTS);
        return RestResponse.ok(events(call).create(call.object()).deepCopy());
    }

    private RestResponse edit(RestRequest call) {
        requireChange(call);
        return RestResponse.ok(events(call).edit(id(call), call.object()).deepCopy());
    }

    private RestResponse delete(RestRequest call) {
        requireChange(call);
        events(call).delete(id(call));
        return RestResponse.nothing();
    }

    /** Whoever may make events may change their own; other people's need more. */
    private void requireChange(RestRequest call) {
        boolean own = events(call).find(id(call)).path("creator_id").asLong() == world.bot.id;
        require(call, own ? Permission.CREATE_EVENTS : Permission.MANAGE_EVENTS);
    }

    private void require(RestRequest call, Permission permission) {
        if (!permission.in(PlaceRoutes.server(world, call).botRole.permissions)) {
            throw Refusal.missing(permission);
        }
    }

    private ScheduledEvents events(RestRequest call) {
        return PlaceRoutes.server(world, call).events;
    }

    private static long id(RestRequest call) {
        return call.id("guild_scheduled_event_id");
    }
}
