package io.github.mirrorball.rehearsal.stage;

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

    private Answer list(Call call) {
        return Answer.ok(Json.array(events(call).all().stream()));
    }

    private Answer get(Call call) {
        return Answer.ok(events(call).find(id(call)).deepCopy());
    }

    private Answer create(Call call) {
        require(call, Permission.CREATE_EVENTS);
        return Answer.ok(events(call).create(call.object()).deepCopy());
    }

    private Answer edit(Call call) {
        requireChange(call);
        return Answer.ok(events(call).edit(id(call), call.object()).deepCopy());
    }

    private Answer delete(Call call) {
        requireChange(call);
        events(call).delete(id(call));
        return Answer.nothing();
    }

    /** Whoever may make events may change their own; other people's need more. */
    private void requireChange(Call call) {
        boolean own = events(call).find(id(call)).path("creator_id").asLong() == world.bot.id;
        require(call, own ? Permission.CREATE_EVENTS : Permission.MANAGE_EVENTS);
    }

    private void require(Call call, Permission permission) {
        if (!permission.in(PlaceRoutes.server(world, call).botRole.permissions)) {
            throw Refusal.missing(permission);
        }
    }

    private ScheduledEvents events(Call call) {
        return PlaceRoutes.server(world, call).events;
    }

    private static long id(Call call) {
        return call.id("guild_scheduled_event_id");
    }
}
