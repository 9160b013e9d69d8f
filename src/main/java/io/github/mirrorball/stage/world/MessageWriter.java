package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Carries out what a request says about a message, after checking that Discord would. */
public final class MessageWriter {
    private final World world;

    public MessageWriter(World world) {
        this.world = world;
    }

    /** Fills a message that nobody has seen yet. */
    public void create(Post post, JsonNode body, List<StageFile> files) {
        create("", post, body, files);
    }

    /** The same, for a body that is a part of another at this place, such as {@code data.}. */
    public void create(String place, Post post, JsonNode body, List<StageFile> files) {
        checkEmoji(place, post, body);
        write(post, body, files);
        post.pinged = post.mentions;
    }

    /** Changes a message; says so to whoever listens. */
    public void edit(Post post, JsonNode body, List<StageFile> files) {
        edit("", post, body, files);
    }

    /** The same, for a body that is a part of another at this place. */
    public void edit(String place, Post post, JsonNode body, List<StageFile> files) {
        checkEmoji(place, post, body);
        boolean first = post.isLoading();
        Draft draft = Draft.of(post, body);
        if (!first && draft.isV2() != post.isV2()) {
            throw Refusal.form("flags: a message is Components V2 or legacy, for good");
        }
        write(post, body, files);
        if (first) {
            post.pinged = post.mentions;
        } else {
            post.edited = world.now();
        }
        world.publishChange(post);
    }

    private static void checkEmoji(String place, Post post, JsonNode body) {
        post.channel.server().ifPresent(server -> server.emoji.check(place, body.path("components")));
    }

    private void write(Post post, JsonNode body, List<StageFile> files) {
        Draft draft = Draft.of(post, body);
        MessageRules.check(draft, files);
        ArrayNode uploaded = upload(post, body, files);
        new ComponentWriter(world, uploaded, post.attachments).complete(draft.components());
        if (!draft.isV2()) {
            uploaded.forEach(draft.attachments()::add);
        }
        draft.embeds().forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
        draft.applyTo(post);
        String text = post.isV2() ? Components.text(post.components) : post.content;
        post.mentions = Mentions.in(text, body.path("allowed_mentions"), post.channel);
    }

    private ArrayNode upload(Post post, JsonNode body, List<StageFile> files) {
        List<ObjectNode> stored = new ArrayList<>();
        for (int number = 0; number < files.size(); number++) {
            ObjectNode attachment = world.cdn.store(post.id, files.get(number));
            for (JsonNode named : body.path("attachments")) {
                if (named.path("id").asText().equals(Integer.toString(number))) {
                    Json.text(named, "description").ifPresent(alt -> attachment.put("description", alt));
                }
            }
            stored.add(attachment);
        }
        return Json.array(stored.stream());
    }
}
