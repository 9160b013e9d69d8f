package io.github.mirrorball.stage.rest;

import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.ServerJson;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.World;
import java.util.List;

/** Servers, channels and members, as the bot may look them up. */
final class PlaceRoutes {
    private final World world;

    private PlaceRoutes(World world) {
        this.world = world;
    }

    static List<Route> in(World world) {
        PlaceRoutes area = new PlaceRoutes(world);
        return List.of(
                Route.of("GET", "/guilds/{guild_id}", area::server),
                Route.of("GET", "/guilds/{guild_id}/channels", area::channels),
                Route.of("GET", "/guilds/{guild_id}/emojis", area::emoji),
                Route.of("GET", "/guilds/{guild_id}/members/{user_id}", area::member),
                Route.of("GET", "/channels/{channel_id}", area::channel));
    }

    private RestResponse server(RestRequest call) {
        return RestResponse.ok(ServerJson.rest(server(world, call)));
    }

    private RestResponse channels(RestRequest call) {
        StageServer server = server(world, call);
        return RestResponse.ok(Json.array(server.channels.stream()
                .filter(channel -> Permission.VIEW_CHANNEL.in(server.permissionsOf(world.bot, channel)))
                .map(StageChannel::json)));
    }

    private RestResponse emoji(RestRequest call) {
        return RestResponse.ok(Json.array(server(world, call).emoji.all().stream()));
    }

    private RestResponse member(RestRequest call) {
        StageServer server = server(world, call);
        return world.findPerson(call.id("user_id"))
                .filter(person -> person == world.bot || server.members.containsKey(person.id))
                .map(person -> RestResponse.ok(ServerJson.member(server, person)))
                .orElseThrow(() -> Refusal.of(404, 10007, "Unknown Member"));
    }

    private RestResponse channel(RestRequest call) {
        return RestResponse.ok(channel(world, call).json());
    }

    /** The server that the call names, if the bot is in it. */
    static StageServer server(World world, RestRequest call) {
        StageServer server = world.servers.get(call.id("guild_id"));
        if (server == null || !server.hasBot()) {
            throw Refusal.unknownServer();
        }
        return reachable(server);
    }

    /** The channel that the call names, if the bot sees it. */
    static StageChannel channel(World world, RestRequest call) {
        StageChannel channel = world.channels.get(call.id("channel_id"));
        if (channel == null) {
            throw Refusal.unknownChannel();
        }
        StageServer server = channel.server;
        if (server != null && !server.hasBot()) {
            throw Refusal.of(403, 50001, "Missing Access");
        }
        if (server != null && !may(world, channel, Permission.VIEW_CHANNEL)) {
            throw Refusal.missingAccess();
        }
        if (server != null) {
            reachable(server);
        }
        return channel;
    }

    private static StageServer reachable(StageServer server) {
        if (server.presence == StageServer.Presence.OUTAGE) {
            throw Refusal.of(500, 0, "500: Internal Server Error");
        }
        return server;
    }

    static boolean may(World world, StageChannel channel, Permission permission) {
        StageServer server = channel.server;
        return server == null || permission.in(server.permissionsOf(world.bot, channel));
    }

    static void require(World world, StageChannel channel, Permission permission) {
        if (!may(world, channel, permission)) {
            throw Refusal.missing(permission);
        }
    }
}
