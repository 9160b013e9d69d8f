package io.github.mirrorball.stage.rest;

import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.Emoji;
import io.github.mirrorball.stage.world.Person;
import io.github.mirrorball.stage.world.Post;
import io.github.mirrorball.stage.world.Reactions;
import io.github.mirrorball.stage.world.Tally;
import io.github.mirrorball.stage.world.World;
import java.util.List;

/** Reactions on messages. */
final class ReactionRoutes {
    private static final int PAGE = 25;
    private static final int LARGEST_PAGE = 100;

    private final World world;

    private ReactionRoutes(World world) {
        this.world = world;
    }

    static List<Route> in(World world) {
        ReactionRoutes area = new ReactionRoutes(world);
        String all = "/channels/{channel_id}/messages/{message_id}/reactions";
        String one = all + "/{emoji_name}";
        return List.of(
                Route.of("PUT", one + "/@me", area::add),
                Route.of("DELETE", one + "/@me", area::removeOwn),
                Route.of("DELETE", one + "/{user_id}", area::removeAnothers),
                Route.of("GET", one, area::list),
                Route.of("DELETE", one, area::clearEmoji),
                Route.of("DELETE", all, area::clear));
    }

    private RestResponse add(RestRequest call) {
        Post post = post(call);
        Emoji emoji = Emoji.parse(call.text("emoji_name"));
        PlaceRoutes.require(world, post.channel, Permission.READ_MESSAGE_HISTORY);
        if (!post.reactions.containsKey(emoji.key())) {
            PlaceRoutes.require(world, post.channel, Permission.ADD_REACTIONS);
        }
        Reactions.add(world, post, world.bot, emoji, false);
        return RestResponse.nothing();
    }

    private RestResponse removeOwn(RestRequest call) {
        return remove(post(call), call, world.bot);
    }

    private RestResponse removeAnothers(RestRequest call) {
        Post post = post(call);
        PlaceRoutes.require(world, post.channel, Permission.MANAGE_MESSAGES);
        Person person = world.findPerson(call.id("user_id")).orElseThrow(() -> Refusal.of(404, 10013, "Unknown User"));
        return remove(post, call, person);
    }

    /** Both kinds go at once: the route does not tell them apart. */
    private RestResponse remove(Post post, RestRequest call, Person person) {
        Emoji emoji = Emoji.parse(call.text("emoji_name"));
        Reactions.remove(world, post, person, emoji, false);
        Reactions.remove(world, post, person, emoji, true);
        return RestResponse.nothing();
    }

    private RestResponse list(RestRequest call) {
        int limit = call.number("limit", PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.form("limit: must be 1 to 100");
        }
        Post post = post(call);
        Tally tally = post.reactions.get(Emoji.parse(call.text("emoji_name")).key());
        if (tally == null) {
            return RestResponse.ok(Json.array());
        }
        long after = call.snowflake("after").orElse(0L);
        return RestResponse.ok(Json.array(tally.of(call.number("type", 0) == 1).tailMap(after, false).values().stream()
                .limit(limit)
                .map(Person::json)));
    }

    private RestResponse clear(RestRequest call) {
        Post post = post(call);
        PlaceRoutes.require(world, post.channel, Permission.MANAGE_MESSAGES);
        Reactions.clear(world, post);
        return RestResponse.nothing();
    }

    private RestResponse clearEmoji(RestRequest call) {
        Post post = post(call);
        PlaceRoutes.require(world, post.channel, Permission.MANAGE_MESSAGES);
        Reactions.clear(world, post, Emoji.parse(call.text("emoji_name")));
        return RestResponse.nothing();
    }

    private Post post(RestRequest call) {
        return MessageRoutes.post(PlaceRoutes.channel(world, call), call);
    }
}
