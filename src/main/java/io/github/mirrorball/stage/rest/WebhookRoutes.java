package io.github.mirrorball.stage.rest;

import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.Interaction;
import io.github.mirrorball.stage.world.MessageWriter;
import io.github.mirrorball.stage.world.Post;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.World;
import java.util.List;

/** What the bot does with an interaction's token after its first word: follow-ups and later edits. */
final class WebhookRoutes {
    private final World world;
    private final MessageWriter writer;

    private WebhookRoutes(World world) {
        this.world = world;
        this.writer = new MessageWriter(world);
    }

    static List<Route> in(World world) {
        WebhookRoutes area = new WebhookRoutes(world);
        String all = "/webhooks/{webhook_id}/{webhook_token}";
        String original = all + "/messages/@original";
        String one = all + "/messages/{message_id}";
        return List.of(
                Route.of("POST", all, area::followUp),
                Route.of("GET", original, call -> area.get(area.original(call))),
                Route.of("PATCH", original, call -> area.edit(call, area.original(call))),
                Route.of("DELETE", original, call -> area.delete(area.original(call))),
                Route.of("GET", one, call -> area.get(area.post(call))),
                Route.of("PATCH", one, call -> area.edit(call, area.post(call))),
                Route.of("DELETE", one, call -> area.delete(area.post(call))));
    }

    /** The first follow-up to a deferral is the deferred message itself. */
    private RestResponse followUp(RestRequest call) {
        Interaction interaction = interaction(call);
        Post waiting = interaction.setOriginal().filter(Post::isLoading).orElse(null);
        if (waiting != null) {
            return edit(call, waiting);
        }
        Post post = InteractionRoutes.newPost(
                world, interaction, call.object().path("flags").asInt());
        writer.create(post, call.object(), call.files());
        world.publish(post, null);
        interaction.reply.answer(new StageMessage(world, post));
        return RestResponse.ok(post.json());
    }

    private RestResponse get(Post post) {
        return RestResponse.ok(post.json());
    }

    private RestResponse edit(RestRequest call, Post post) {
        writer.edit(post, call.object(), call.files());
        interaction(call).reply.answer(new StageMessage(world, post));
        return RestResponse.ok(post.json());
    }

    private RestResponse delete(Post post) {
        world.delete(post);
        return RestResponse.nothing();
    }

    private Interaction interaction(RestRequest call) {
        Interaction interaction = world.interactions
                .find(call.text("webhook_token"))
                .filter(found -> found.acknowledged)
                .orElseThrow(() -> Refusal.violation(404, 10015, "Unknown Webhook"));
        if (interaction.isExpired(world.now())) {
            throw Refusal.violation(401, 50027, "Invalid Webhook Token");
        }
        return interaction;
    }

    private Post original(RestRequest call) {
        return interaction(call).setOriginal().filter(post -> !post.deleted).orElseThrow(Refusal::unknownMessage);
    }

    private Post post(RestRequest call) {
        Post post = interaction(call).channel.posts.get(call.id("message_id"));
        if (post == null || post.author != world.bot) {
            throw Refusal.unknownMessage();
        }
        return post;
    }
}
