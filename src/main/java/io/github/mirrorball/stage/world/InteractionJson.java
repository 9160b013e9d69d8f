package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;

/** Discord's words for an interaction. */
final class InteractionJson {
    private InteractionJson() {}

    static ObjectNode event(Interaction interaction, ObjectNode data) {
        StageChannel channel = interaction.channel;
        World world = channel.world;
        ObjectNode json = Json.object()
                .put("id", Long.toString(interaction.id))
                .put("application_id", Long.toString(world.bot.id))
                .put("type", interaction.type)
                .put("token", interaction.token)
                .put("version", 1)
                .put("locale", interaction.user.person.locale)
                .put("channel_id", Long.toString(channel.id))
                .put("attachment_size_limit", 10_485_760);
        json.set("data", data);
        json.set("channel", channel.json());
        json.putArray("entitlements");
        json.set("authorizing_integration_owners", owners(channel));
        if (interaction.source != null) {
            json.set("message", interaction.source.json());
        }
        StageServer server = channel.server;
        if (server == null) {
            json.put("context", 1).put("app_permissions", Long.toString(Permission.ALL));
            json.set("user", interaction.user.person.json());
        } else {
            writePlace(json, interaction, server);
        }
        return json;
    }

    private static void writePlace(ObjectNode json, Interaction interaction, StageServer server) {
        StageChannel channel = interaction.channel;
        long botMay = server.permissionsOf(server.world.bot, channel);
        json.put("context", 0)
                .put("app_permissions", Long.toString(botMay))
                .put("guild_id", Long.toString(server.id))
                .put("guild_locale", server.locale);
        json.putObject("guild")
                .put("id", Long.toString(server.id))
                .put("locale", server.locale)
                .putArray("features");
        Person person = interaction.user.person;
        String personMay = Long.toString(server.permissionsOf(person, channel));
        json.set("member", ServerJson.member(server, person).put("permissions", personMay));
        json.set("channel", channel.json().put("permissions", personMay));
    }

    static ObjectNode owners(StageChannel channel) {
        String owner = channel.server == null ? "0" : Long.toString(channel.server.id);
        return Json.object().put("0", owner);
    }
}
