package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.GatewayStarts;
import io.github.mirrorball.stage.world.Person;
import io.github.mirrorball.stage.world.ServerJson;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.World;
import java.util.List;

/** What the bot asks about the gateway and itself, and direct messages that it opens. */
final class SelfRoutes {
    private final World world;
    private final String gatewayUrl;

    private SelfRoutes(World world, String gatewayUrl) {
        this.world = world;
        this.gatewayUrl = gatewayUrl;
    }

    static List<Route> in(World world, String gatewayUrl) {
        SelfRoutes area = new SelfRoutes(world, gatewayUrl);
        return List.of(
                Route.of(
                        "GET", "/gateway", call -> RestResponse.ok(Json.object().put("url", gatewayUrl))),
                Route.of("GET", "/gateway/bot", area::gateway),
                Route.of("GET", "/users/@me", call -> RestResponse.ok(ServerJson.self(world.bot))),
                Route.of("GET", "/users/{user_id}", area::user),
                Route.of("POST", "/users/@me/channels", area::direct),
                Route.of("GET", "/applications/@me", area::application),
                Route.of("GET", "/oauth2/applications/@me", area::application));
    }

    private RestResponse gateway(RestRequest call) {
        StageOptions.Sharding sharding = world.options.sharding();
        ObjectNode json = Json.object().put("url", gatewayUrl).put("shards", sharding.shards());
        json.putObject("session_start_limit")
                .put("total", GatewayStarts.A_DAY)
                .put("remaining", world.gateway.starts.left())
                .put("reset_after", 0)
                .put("max_concurrency", sharding.concurrency());
        return RestResponse.ok(json);
    }

    private RestResponse user(RestRequest call) {
        return world.findPerson(call.id("user_id"))
                .map(person -> RestResponse.ok(person.json()))
                .orElseThrow(() -> Refusal.of(404, 10013, "Unknown User"));
    }

    private RestResponse direct(RestRequest call) {
        Person person = Json.text(call.object(), "recipient_id")
                .flatMap(id -> world.findPerson(Long.parseLong(id)))
                .orElseThrow(() -> Refusal.of(404, 10013, "Unknown User"));
        return RestResponse.ok(world.direct(person).json());
    }

    private RestResponse application(RestRequest call) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(world.bot.id))
                .put("name", world.bot.name)
                .put("description", "")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "0".repeat(64))
                .put("flags", 0)
                .put("flags_new", "0")
                .put("approximate_guild_count", world.servers.size())
                .put("approximate_user_install_count", 0)
                .put("approximate_user_authorization_count", 0)
                .put("explicit_content_filter", 0);
        for (String field :
                List.of("icon", "type", "interactions_endpoint_url", "role_connections_verification_url", "team")) {
            json.putNull(field);
        }
        json.putArray("redirect_uris");
        json.putArray("eligible_oauth2_scopes");
        json.putArray("tags");
        json.set("owner", world.person("Operator").json());
        json.set("bot", world.bot.json());
        return RestResponse.ok(json);
    }
}
