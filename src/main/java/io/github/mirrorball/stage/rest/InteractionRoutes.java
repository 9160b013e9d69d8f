package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.CommandRules;
import io.github.mirrorball.stage.rules.ComponentRules;
import io.github.mirrorball.stage.rules.FormRules;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.Interaction;
import io.github.mirrorball.stage.world.MessageWriter;
import io.github.mirrorball.stage.world.Post;
import io.github.mirrorball.stage.world.StageChoices;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.World;
import java.util.List;
import java.util.Optional;

/** The callback: the bot's first word to an interaction. */
final class InteractionRoutes {
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;

    /** Where a callback has its message. */
    private static final String PLACE = "data.";

    private final World world;
    private final MessageWriter writer;

    private InteractionRoutes(World world) {
        this.world = world;
        this.writer = new MessageWriter(world);
    }

    static List<Route> in(World world) {
        InteractionRoutes area = new InteractionRoutes(world);
        return List.of(Route.of("POST", "/interactions/{interaction_id}/{interaction_token}/callback", area::callback));
    }

    private RestResponse callback(RestRequest call) {
        Interaction interaction = world.interactions
                .find(call.text("interaction_token"))
                .filter(found -> found.id == call.id("interaction_id") && !found.isTooLate(world.now()))
                .orElseThrow(() -> Refusal.violation(404, 10062, "Unknown interaction"));
        if (interaction.acknowledged) {
            String known = "Interaction has already been acknowledged.";
            throw interaction.isUnheard ? Refusal.of(400, 40060, known) : Refusal.violation(400, 40060, known);
        }
        int type = call.object().path("type").asInt();
        JsonNode data = call.object().path("data");
        requireFitting(interaction, type);
        carryOut(interaction, type, data, call.files());
        interaction.acknowledged = true;
        return "true".equals(call.query().get("with_response"))
                ? RestResponse.ok(described(interaction, type))
                : RestResponse.nothing();
    }

    private static void requireFitting(Interaction interaction, int type) {
        boolean completes = interaction.type == Interaction.AUTOCOMPLETE;
        boolean updates = type == DEFERRED_UPDATE || type == UPDATE;
        boolean fits = completes == (type == CHOICES)
                && (!updates || (interaction.source != null && interaction.type != Interaction.COMMAND))
                && (type != MODAL || interaction.type != Interaction.FORM)
                && type >= MESSAGE
                && type <= MODAL;
        ComponentRules.refuseIf(!fits, "type: callback " + type + " cannot answer interaction " + interaction.type);
    }

    private void carryOut(Interaction interaction, int type, JsonNode data, List<StageFile> files) {
        switch (type) {
            case MESSAGE -> reply(interaction, data, files);
            case DEFERRED_MESSAGE -> defer(interaction, data);
            case DEFERRED_UPDATE -> source(interaction).ifPresent(interaction::setOriginal);
            case UPDATE -> update(interaction, data, files);
            case CHOICES -> answerChoices(interaction, data);
            default -> answerForm(interaction, data);
        }
    }

    private void reply(Interaction interaction, JsonNode data, List<StageFile> files) {
        Post post = newPost(world, interaction, data.path("flags").asInt());
        writer.create(PLACE, post, data, files);
        interaction.setOriginal(post);
        world.publish(post, null);
        interaction.reply.answer(new StageMessage(world, post));
    }

    private void defer(Interaction interaction, JsonNode data) {
        Post post = newPost(world, interaction, data.path("flags").asInt());
        post.flags |= Post.LOADING;
        interaction.setOriginal(post);
        world.publish(post, null);
    }

    private void update(Interaction interaction, JsonNode data, List<StageFile> files) {
        Post post = source(interaction).orElseThrow(Refusal::unknownMessage);
        writer.edit(PLACE, post, data, files);
        interaction.setOriginal(post);
        interaction.reply.answer(new StageMessage(world, post));
    }

    private static Optional<Post> source(Interaction interaction) {
        return Optional.ofNullable(interaction.source).filter(post -> !post.deleted);
    }

    private static void answerChoices(Interaction interaction, JsonNode data) {
        ComponentRules.refuseIf(data.path("choices").size() > 25, "choices: more than 25");
        CommandRules.checkChoiceNames(data.path("choices"));
        interaction.reply.answer(StageChoices.of(Json.copy(data.path("choices"))));
    }

    private static void answerForm(Interaction interaction, JsonNode data) {
        FormRules.check(data);
        interaction.channel.server().ifPresent(server -> server.emoji.check(PLACE, data.path("components")));
        interaction.reply.answer(new StageForm((ObjectNode) data.deepCopy(), interaction));
    }

    /** A message that answers an interaction; private when the flag says so. */
    static Post newPost(World world, Interaction interaction, int flags) {
        Post post = new Post(world.ids.next(), interaction.channel, world.bot);
        post.type = interaction.type == Interaction.COMMAND ? 20 : interaction.source == null ? 0 : 19;
        post.interaction = interaction.metadata;
        post.command = interaction.command;
        if ((flags & Post.EPHEMERAL) != 0) {
            post.flags = Post.EPHEMERAL;
            post.onlyFor = interaction.user.person;
        }
        if (post.type == 19 && interaction.source != null) {
            post.reference = Json.object()
                    .put("type", 0)
                    .put("message_id", Long.toString(interaction.source.id))
                    .put("channel_id", Long.toString(interaction.channel.id));
        }
        return post;
    }

    private static ObjectNode described(Interaction interaction, int type) {
        ObjectNode json = Json.object();
        ObjectNode about = json.putObject("interaction")
                .put("id", Long.toString(interaction.id))
                .put("type", interaction.type);
        interaction.setOriginal().ifPresent(post -> {
            about.put("response_message_id", Long.toString(post.id))
                    .put("response_message_loading", post.isLoading())
                    .put("response_message_ephemeral", !post.isPublic());
            if (type == MESSAGE || type == UPDATE) {
                json.putObject("resource").put("type", type).set("message", post.json());
            }
        });
        return json;
    }
}
