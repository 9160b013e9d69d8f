package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message's state. Guarded by the world's lock. */
public final class Post {
    public static final int EPHEMERAL = 1 << 6;
    public static final int LOADING = 1 << 7;
    static final int COMPONENTS_V2 = 1 << 15;

    public final long id;
    public final StageChannel channel;
    public final Person author;
    final Instant shown;
    public final Map<String, Tally> reactions = new LinkedHashMap<>();
    public int type;
    public int flags;
    String content = "";
    ArrayNode embeds = Json.array();
    ArrayNode components = Json.array();
    ArrayNode attachments = Json.array();
    Mentions mentions = Mentions.NONE;
    Mentions pinged = Mentions.NONE;

    @Nullable
    Instant edited;

    @Nullable
    public Person onlyFor;

    @Nullable
    public ObjectNode interaction;

    /** The command that this answers, as it was typed. */
    @Nullable
    public String command;

    @Nullable
    public ObjectNode reference;

    public boolean deleted;

    public Post(long id, StageChannel channel, Person author) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.shown = channel.world.options.show().instant();
    }

    public boolean isPublic() {
        return onlyFor == null;
    }

    public boolean isLoading() {
        return (flags & LOADING) != 0;
    }

    boolean isV2() {
        return (flags & COMPONENTS_V2) != 0;
    }

    boolean isVisibleTo(Person person) {
        return !isLoading() && (onlyFor == null || onlyFor == person);
    }

    /** Every component, nested ones too, in the order of reading. */
    List<ObjectNode> flat() {
        return Components.flatten(components);
    }

    Optional<ObjectNode> component(String customId) {
        return flat().stream()
                .filter(component -> customId.equals(component.path("custom_id").asText()))
                .findFirst();
    }

    /** Discord's message object as a history shows it: the nonce is never in it. */
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("channel_id", Long.toString(channel.id))
                .put("type", type)
                .put("flags", flags)
                .put("content", content)
                .put("timestamp", Snowflakes.timeOf(id).toString())
                .put("edited_timestamp", edited == null ? null : edited.toString())
                .put("pinned", false)
                .put("tts", false);
        json.set("author", author.json());
        json.set("embeds", embeds.deepCopy());
        json.set("components", components.deepCopy());
        json.set("attachments", attachments.deepCopy());
        mentions.describe(json);
        setOrigin(json);
        if (!reactions.isEmpty()) {
            json.set(
                    "reactions",
                    Json.array(reactions.values().stream()
                            .map(tally -> tally.json(channel.world.bot, Reactions.standing(channel, tally.emoji)))));
        }
        return json;
    }

    private void setOrigin(ObjectNode json) {
        if (author.bot) {
            json.put("application_id", Long.toString(author.id));
        }
        if (interaction != null) {
            json.put("webhook_id", Long.toString(author.id));
            json.set("interaction_metadata", interaction.deepCopy());
        }
        if (reference != null) {
            json.set("message_reference", reference.deepCopy());
        }
    }

    /** The message as the gateway tells it to the bot. */
    ObjectNode event() {
        ObjectNode json = told();
        json.remove("reactions");
        if (channel.server != null) {
            json.put("guild_id", Long.toString(channel.server.id));
            json.set("member", ServerJson.partialMember(channel.server, author));
        }
        return json;
    }

    /** The message as the bot may read it: what others say in a server is theirs without the intent for it. */
    public ObjectNode told() {
        ObjectNode json = json();
        boolean mayRead = channel.world.options.privileged().contains(Intent.MESSAGE_CONTENT);
        if (!author.bot && !channel.isDirect() && !mayRead) {
            json.put("content", "");
            json.putArray("embeds");
            json.putArray("components");
            json.putArray("attachments");
        }
        return json;
    }

    public ObjectNode json(@Nullable JsonNode nonce) {
        ObjectNode json = json();
        if (nonce != null) {
            json.set("nonce", nonce);
        }
        return json;
    }
}
