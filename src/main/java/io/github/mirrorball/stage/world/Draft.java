package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.mirrorball.stage.rules.Json;

/** What a message would say if a request were carried out. */
record Draft(int flags, String content, ArrayNode embeds, ArrayNode components, ArrayNode attachments, boolean poll) {
    private static final int SETTABLE = Post.COMPONENTS_V2 | 1 << 2 | 1 << 12;

    /** The post with the fields that the body names changed; files are added to the attachments later. */
    static Draft of(Post post, JsonNode body) {
        String content = body.has("content") ? body.path("content").asText("") : post.content;
        ArrayNode kept = body.path("attachments").isArray() ? keptBy(body, post) : post.attachments.deepCopy();
        return new Draft(
                body.hasNonNull("flags") ? flags(post, body.path("flags").asInt()) : post.flags,
                body.path("content").isNull() ? "" : content,
                body.has("embeds") ? Json.copy(body.path("embeds")) : post.embeds.deepCopy(),
                body.has("components") ? Json.copy(body.path("components")) : post.components.deepCopy(),
                kept,
                body.hasNonNull("poll"));
    }

    private static int flags(Post post, int asked) {
        return (post.flags & ~SETTABLE) | (asked & SETTABLE);
    }

    private static ArrayNode keptBy(JsonNode body, Post post) {
        return Json.array(Json.each(post.attachments)
                .filter(existing -> Json.each(body.path("attachments"))
                        .anyMatch(named -> named.path("id")
                                .asText()
                                .equals(existing.path("id").asText()))));
    }

    boolean isV2() {
        return (flags & Post.COMPONENTS_V2) != 0;
    }

    void applyTo(Post post) {
        post.flags = flags & ~Post.LOADING;
        post.content = content;
        post.embeds = embeds;
        post.components = components;
        post.attachments = attachments;
    }
}
