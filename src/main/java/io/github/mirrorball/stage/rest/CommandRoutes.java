package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.World;
import java.util.List;

/** The application's global commands. */
final class CommandRoutes {
    private final World world;

    private CommandRoutes(World world) {
        this.world = world;
    }

    static List<Route> in(World world) {
        CommandRoutes area = new CommandRoutes(world);
        String all = "/applications/{application_id}/commands";
        String one = all + "/{command_id}";
        return List.of(
                Route.of("GET", all, call -> RestResponse.ok(world.commands.all())),
                Route.of("PUT", all, area::replace),
                Route.of("POST", all, area::create),
                Route.of("GET", one, area::get),
                Route.of("PATCH", one, area::edit),
                Route.of("DELETE", one, area::delete));
    }

    private RestResponse replace(RestRequest call) {
        return RestResponse.ok(world.commands.replace(call.body().orElseGet(Json::array)));
    }

    private RestResponse create(RestRequest call) {
        return RestResponse.ok(world.commands.put(call.object()));
    }

    private RestResponse get(RestRequest call) {
        return RestResponse.ok(find(call).deepCopy());
    }

    private RestResponse edit(RestRequest call) {
        ObjectNode changed = find(call).deepCopy();
        changed.setAll(call.object());
        return RestResponse.ok(world.commands.put(changed));
    }

    private RestResponse delete(RestRequest call) {
        world.commands.delete(find(call).path("id").asLong());
        return RestResponse.nothing();
    }

    private ObjectNode find(RestRequest call) {
        return world.commands
                .find(call.id("command_id"))
                .orElseThrow(() -> Refusal.of(404, 10063, "Unknown application command"));
    }
}
