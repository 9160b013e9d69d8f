package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;

/** Discord's words for a server and its members. */
public final class ServerJson {
    private static final String[] NULLS = {
        "icon",
        "description",
        "home_header",
        "splash",
        "discovery_splash",
        "banner",
        "application_id",
        "afk_channel_id",
        "system_channel_id",
        "widget_channel_id",
        "vanity_url_code",
        "rules_channel_id",
        "safety_alerts_channel_id",
        "public_updates_channel_id",
        "incidents_data",
        "max_presences"
    };
    private static final String[] ZEROES = {
        "system_channel_flags", "verification_level", "default_message_notifications", "mfa_level",
        "explicit_content_filter", "max_stage_video_channel_users", "max_video_channel_users", "premium_tier",
        "premium_subscription_count", "nsfw_level"
    };
    private static final String[] FALSES = {"widget_enabled", "premium_progress_bar_enabled", "nsfw"};
    private static final String[] EMPTIES = {"voice_states", "presences", "stage_instances", "soundboard_sounds"};

    private ServerJson() {}

    /** The bot's own account, as it is told of itself. */
    public static ObjectNode self(Person bot) {
        return bot.json()
                .put("mfa_enabled", false)
                .put("verified", true)
                .put("locale", "en-US")
                .putNull("email");
    }

    /** The server as one that cannot be reached, or is not introduced yet. */
    public static ObjectNode unavailable(StageServer server) {
        return Json.object().put("id", Long.toString(server.id)).put("unavailable", true);
    }

    /** The server as REST gives it. */
    public static ObjectNode rest(StageServer server) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(server.id))
                .put("name", server.name)
                .put("owner_id", Long.toString(server.owner.id))
                .put("region", "deprecated")
                .put("afk_timeout", 300)
                .put("max_members", 500_000)
                .put("preferred_locale", server.locale);
        fill(json);
        server.systemChannel.ifPresent(channel -> json.put("system_channel_id", Long.toString(channel.id)));
        json.set("emojis", Json.array(server.emoji.all().stream()));
        ArrayNode roles = json.putArray("roles");
        for (int position = 0; position < server.roles.size(); position++) {
            roles.add(server.roles.get(position).json(position));
        }
        return json;
    }

    private static void fill(ObjectNode json) {
        for (String field : NULLS) {
            json.putNull(field);
        }
        for (String field : ZEROES) {
            json.put(field, 0);
        }
        for (String field : FALSES) {
            json.put(field, false);
        }
        json.putArray("features");
        json.putArray("stickers");
    }

    /** The server as the gateway announces it: whole, with the bot as the only listed member. */
    public static ObjectNode created(StageServer server) {
        ObjectNode json = rest(server)
                .put("joined_at", server.joined)
                .put("large", false)
                .put("unavailable", false)
                .put("member_count", server.members.size() + 1);
        for (String field : EMPTIES) {
            json.putArray(field);
        }
        json.putArray("members").add(member(server, server.world.bot));
        json.set("channels", Json.array(server.channels.stream().map(StageChannel::announced)));
        json.set("threads", Json.array(server.threads.stream().map(StageChannel::json)));
        json.set("guild_scheduled_events", Json.array(server.events.all().stream()));
        return json;
    }

    /** Discord's member object, with the user in it. */
    public static ObjectNode member(StageServer server, Person person) {
        ObjectNode json = Json.object();
        json.set("user", person.json());
        return describe(json, server, person);
    }

    /** A member as an interaction's resolved data has it: without the user, with the permissions in the channel. */
    static ObjectNode resolvedMember(StageServer server, Person person, StageChannel channel) {
        ObjectNode json = describe(Json.object(), server, person);
        json.remove("deaf");
        json.remove("mute");
        return json.put("permissions", Long.toString(server.permissionsOf(person, channel)));
    }

    /** A member without the user, as messages have it. */
    static ObjectNode partialMember(StageServer server, Person person) {
        return describe(Json.object(), server, person);
    }

    private static ObjectNode describe(ObjectNode json, StageServer server, Person person) {
        json.put("nick", server.nickname(person).orElse(null)).putNull("avatar").putNull("banner");
        json.putNull("communication_disabled_until").putNull("premium_since");
        json.put("joined_at", server.joined)
                .put("flags", 0)
                .put("pending", false)
                .put("deaf", false)
                .put("mute", false);
        ArrayNode roles = json.putArray("roles");
        server.rolesOf(person).forEach(role -> roles.add(Long.toString(role.id)));
        return json;
    }
}
