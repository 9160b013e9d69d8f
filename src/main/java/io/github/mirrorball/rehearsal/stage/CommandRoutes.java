package io.github.mirrorball.rehearsal.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
                Route.of("GET", all, call -> Answer.ok(world.commands.all())),
                Route.of("PUT", all, area::replace),
                Route.of("POST", all, area::create),
                Route.of("GET", one, area::get),
                Route.of("PATCH", one, area::edit),
                Route.of("DELETE", one, area::delete));
    }

    private Answer replace(Call call) {
        return Answer.ok(world.commands.replace(call.body().orElseGet(Json::array)));
    }

    private Answer create(Call call) {
        return Answer.ok(world.commands.put(call.object()));
    }

    private Answer get(Call call) {
        return Answer.ok(find(call).deepCopy());
    }

    private Answer edit(Call call) {
        ObjectNode changed = find(call).deepCopy();
        changed.setAll(call.object());
        return Answer.ok(world.commands.put(changed));
    }

    private Answer delete(Call call) {
        world.commands.delete(find(call).path("id").asLong());
        return Answer.nothing();
    }

    private ObjectNode find(Call call) {
        return world.commands
                .find(call.id("command_id"))
                .orElseThrow(() -> Refusal.of(404, 10063, "Unknown application command"));
    }
}
