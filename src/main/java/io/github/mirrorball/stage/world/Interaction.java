package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a person did with the bot, and how far the bot has answered. Guarded by the world's lock. */
public final class Interaction {
    public static final int COMMAND = 2;
    static final int COMPONENT = 3;
    public static final int AUTOCOMPLETE = 4;
    public static final int FORM = 5;

    static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(3);
    static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    public final long id;
    final String token;
    public final int type;
    public final StageUser user;
    public final StageChannel channel;
    final Instant created;
    public final ObjectNode metadata;
    public final StageReply reply = new StageReply();
    /** The message that was pressed, or from which the form was opened. */
    public final @Nullable Post source;

    /** The command as it was typed, without its parameters; null where nothing was typed. */
    @Nullable
    public String command;

    public boolean acknowledged;

    /** Whether it was acknowledged and the bot was told that it was not. */
    public boolean isUnheard;

    private @Nullable Post original;

    Interaction(
            long id,
            String token,
            int type,
            StageUser user,
            StageChannel channel,
            Instant created,
            @Nullable Post source) {
        this.id = id;
        this.token = token;
        this.type = type;
        this.user = user;
        this.channel = channel;
        this.created = created;
        this.source = source;
        this.metadata = metadata();
    }

    public Optional<Post> setOriginal() {
        return Optional.ofNullable(original);
    }

    public void setOriginal(Post post) {
        this.original = post;
    }

    public boolean isTooLate(Instant now) {
        return now.isAfter(created.plus(TO_ACKNOWLEDGE));
    }

    public boolean isExpired(Instant now) {
        return now.isAfter(created.plus(TOKEN_LIFE));
    }

    private ObjectNode metadata() {
        ObjectNode json = Json.object().put("id", Long.toString(id)).put("type", type);
        json.set("user", user.person.json());
        json.set("authorizing_integration_owners", InteractionJson.owners(channel));
        if (type == COMPONENT && source != null) {
            json.put("interacted_message_id", Long.toString(source.id));
        }
        return json;
    }
}
