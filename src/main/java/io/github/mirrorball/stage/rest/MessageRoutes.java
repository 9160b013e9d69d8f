package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.MessageWriter;
import io.github.mirrorball.stage.world.Person;
import io.github.mirrorball.stage.world.Post;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages of channels. */
final class MessageRoutes {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final World world;
    private final MessageWriter writer;

    private MessageRoutes(World world) {
        this.world = world;
        this.writer = new MessageWriter(world);
    }

    static List<Route> in(World world) {
        MessageRoutes area = new MessageRoutes(world);
        String all = "/channels/{channel_id}/messages";
        String one = all + "/{message_id}";
        return List.of(
                Route.of("POST", all, area::create),
                Route.of("GET", all, area::history),
                Route.of("GET", one, area::get),
                Route.of("PATCH", one, area::edit),
                Route.of("DELETE", one, area::delete));
    }

    private RestResponse create(RestRequest call) {
        StageChannel channel = PlaceRoutes.channel(world, call);
        ObjectNode body = call.object();
        requireSending(channel, call);
        @Nullable JsonNode nonce = body.get("nonce");
        if (nonce != null && nonce.asText().length() > 25) {
            throw Refusal.form("nonce: longer than 25");
        }
        if (nonce != null && body.path("enforce_nonce").asBoolean()) {
            Optional<Post> made = world.nonces.find(channel, nonce.asText());
            if (made.isPresent()) {
                return repeated(made.get(), nonce);
            }
        }
        Post post = new Post(world.ids.next(), channel, world.bot);
        setReference(post, body);
        writer.create(post, body, call.files());
        world.publish(post, nonce);
        if (nonce != null) {
            world.nonces.remember(nonce.asText(), post);
        }
        return RestResponse.ok(post.json(nonce));
    }

    private static RestResponse repeated(Post made, JsonNode nonce) {
        if (made.deleted) {
            throw Refusal.unknownMessage();
        }
        return RestResponse.ok(made.json(nonce));
    }

    private void requireSending(StageChannel channel, RestRequest call) {
        Person recipient = channel.recipient;
        if (recipient != null && !world.isMet(recipient)) {
            throw Refusal.of(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
        }
        if (recipient != null && !recipient.acceptsDirectMessages) {
            throw Refusal.of(403, 50007, "Cannot send messages to this user");
        }
        PlaceRoutes.require(
                world, channel, channel.isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
        if (!call.files().isEmpty()) {
            PlaceRoutes.require(world, channel, Permission.ATTACH_FILES);
            channel.server().flatMap(StageServer::uploadRefusal).ifPresent(refusal -> {
                throw refusal;
            });
        }
        if (!call.object().path("embeds").isEmpty()) {
            PlaceRoutes.require(world, channel, Permission.EMBED_LINKS);
        }
    }

    private static void setReference(Post post, JsonNode body) {
        Json.text(body.path("message_reference"), "message_id").ifPresent(id -> {
            boolean known = post.channel.post(Long.parseLong(id)).isPresent();
            if (!known
                    && body.path("message_reference").path("fail_if_not_exists").asBoolean(true)) {
                throw Refusal.of(400, 50035, "message_reference: Unknown message");
            }
            if (known) {
                post.type = 19;
                post.reference = Json.object()
                        .put("type", 0)
                        .put("message_id", id)
                        .put("channel_id", Long.toString(post.channel.id));
            }
        });
    }

    private RestResponse history(RestRequest call) {
        StageChannel channel = PlaceRoutes.channel(world, call);
        int limit = call.number("limit", PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.form("limit: must be 1 to 100");
        }
        if (!PlaceRoutes.may(world, channel, Permission.READ_MESSAGE_HISTORY)) {
            world.ledger.addViolation("GET /channels/" + channel.id + "/messages: read without Read Message History");
            return RestResponse.ok(Json.array());
        }
        Stream<Post> newestFirst = page(channel, call, limit).stream()
                .sorted(Comparator.comparingLong((Post post) -> post.id).reversed());
        return RestResponse.ok(Json.array(newestFirst.map(Post::told)));
    }

    private static List<Post> page(StageChannel channel, RestRequest call, int limit) {
        Optional<Long> around = call.snowflake("around");
        if (around.isPresent()) {
            List<Post> both = new ArrayList<>(older(channel, around.get(), limit / 2));
            both.addAll(newer(channel, around.get() - 1, Math.max(1, limit - limit / 2)));
            return both;
        }
        return call.snowflake("after")
                .map(after -> newer(channel, after, limit))
                .orElseGet(() -> older(channel, call.snowflake("before").orElse(Long.MAX_VALUE), limit));
    }

    private static List<Post> older(StageChannel channel, long before, int limit) {
        return channel.posts.headMap(before, false).descendingMap().values().stream()
                .filter(Post::isPublic)
                .limit(limit)
                .toList();
    }

    private static List<Post> newer(StageChannel channel, long after, int limit) {
        return channel.posts.tailMap(after, false).values().stream()
                .filter(Post::isPublic)
                .limit(limit)
                .toList();
    }

    private RestResponse get(RestRequest call) {
        StageChannel channel = PlaceRoutes.channel(world, call);
        PlaceRoutes.require(world, channel, Permission.READ_MESSAGE_HISTORY);
        return RestResponse.ok(post(channel, call).told());
    }

    private RestResponse edit(RestRequest call) {
        Post post = post(PlaceRoutes.channel(world, call), call);
        if (post.author != world.bot) {
            throw Refusal.violation(403, 50005, "Cannot edit a message authored by another user");
        }
        writer.edit(post, call.object(), call.files());
        return RestResponse.ok(post.json());
    }

    private RestResponse delete(RestRequest call) {
        Post post = post(PlaceRoutes.channel(world, call), call);
        if (post.author != world.bot) {
            PlaceRoutes.require(world, post.channel, Permission.MANAGE_MESSAGES);
        }
        world.delete(post);
        return RestResponse.nothing();
    }

    static Post post(StageChannel channel, RestRequest call) {
        return channel.post(call.id("message_id")).orElseThrow(Refusal::unknownMessage);
    }
}
