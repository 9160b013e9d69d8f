package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A channel of a server, or a direct message. Thread-safe. */
public final class StageChannel {
    private static final int OBFUSCATED = 1 << 17;
    static final int TEXT = 0;
    static final int DIRECT = 1;
    static final int VOICE = 2;
    static final int ANNOUNCEMENT = 5;
    static final int THREAD = 11;

    final World world;
    public final long id;
    final String name;
    final int type;
    public final @Nullable StageServer server;
    public final @Nullable Person recipient;
    final @Nullable StageChannel parent;
    public final NavigableMap<Long, Post> posts = new TreeMap<>();
    final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    boolean gone;

    private StageChannel(
            World world,
            long id,
            String name,
            int type,
            @Nullable StageServer server,
            @Nullable Person recipient,
            @Nullable StageChannel parent) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.type = type;
        this.server = server;
        this.recipient = recipient;
        this.parent = parent;
    }

    static StageChannel of(StageServer server, long id, String name, int type) {
        return new StageChannel(server.world, id, name, type, server, null, null);
    }

    static StageChannel threadOf(StageChannel parent, StageServer server, long id, String name) {
        return new StageChannel(server.world, id, name, THREAD, server, null, parent);
    }

    static StageChannel direct(World world, long id, Person recipient) {
        return new StageChannel(world, id, recipient.name, DIRECT, null, recipient, null);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What everyone in the channel sees, oldest first; no private replies. */
    public List<StageMessage> messages() {
        synchronized (world) {
            return posts.values().stream()
                    .filter(post -> post.isPublic() && !post.isLoading())
                    .map(post -> new StageMessage(world, post))
                    .toList();
        }
    }

    /** The newest message that everyone sees. */
    public StageMessage newest() {
        List<StageMessage> all = messages();
        if (all.isEmpty()) {
            throw new IllegalStateException("No message in #" + name);
        }
        return all.get(all.size() - 1);
    }

    /** Opens a public thread in this channel. */
    public StageChannel thread(String threadName) {
        synchronized (world) {
            StageServer owner = server().orElseThrow();
            return owner.newThread(this, threadName);
        }
    }

    /** Whether it is a thread, in which messages are sent by a permission of its own. */
    public boolean isThread() {
        return parent != null;
    }

    /** The channel whose overwrites are in force here: a thread has none of its own. */
    StageChannel ruling() {
        return parent == null ? this : parent;
    }

    /** A moderator takes the message away. */
    public void delete(StageMessage message) {
        synchronized (world) {
            world.delete(message.post);
        }
    }

    /** A moderator takes the whole channel away. */
    public void delete() {
        synchronized (world) {
            gone = true;
            world.channels.remove(id);
            server().ifPresent(owner -> owner.forget(this));
        }
    }

    /** The server that it is in; a direct message is in none. */
    public Optional<StageServer> server() {
        return Optional.ofNullable(server);
    }

    boolean isDirect() {
        return server == null;
    }

    public Optional<Post> post(long postId) {
        return Optional.ofNullable(posts.get(postId)).filter(Post::isPublic);
    }

    /** Discord's channel object, as a server's list and REST give it. */
    public ObjectNode json() {
        ObjectNode json =
                Json.object().put("id", Long.toString(id)).put("type", type).put("flags", 0);
        if (posts.isEmpty()) {
            json.putNull("last_message_id");
        } else {
            json.put("last_message_id", Long.toString(posts.lastKey()));
        }
        if (recipient != null) {
            json.putArray("recipients").add(recipient.json());
        }
        if (server != null && parent != null) {
            describeThread(json, server, parent);
        } else if (server != null) {
            describe(json, server);
        }
        return json;
    }

    private void describeThread(ObjectNode json, StageServer owner, StageChannel above) {
        json.put("guild_id", Long.toString(owner.id))
                .put("parent_id", Long.toString(above.id))
                .put("owner_id", Long.toString(owner.owner.id))
                .put("name", name)
                .put("rate_limit_per_user", 0)
                .put("message_count", posts.size())
                .put("member_count", 1)
                .put("total_message_sent", posts.size());
        json.putObject("thread_metadata")
                .put("archived", false)
                .put("locked", false)
                .put("auto_archive_duration", 4320)
                .put("archive_timestamp", owner.joined)
                .put("create_timestamp", owner.joined);
    }

    /** The channel as the gateway tells the bot of it: without what is said in it, where the bot may not view it. */
    ObjectNode announced() {
        if (server == null || Permission.VIEW_CHANNEL.in(server.permissionsOf(world.bot, this))) {
            return json();
        }
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("type", type)
                .put("flags", OBFUSCATED)
                .put("guild_id", Long.toString(server.id))
                .put("name", "___hidden___");
        if (server.hidesWithNulls) {
            List.of("position", "bitrate", "user_limit", "parent_id", "topic", "last_message_id")
                    .forEach(json::putNull);
        } else {
            json.put("position", 0);
        }
        json.putArray("permission_overwrites")
                .addObject()
                .put("id", Long.toString(server.id))
                .put("type", 0)
                .put("allow", "0")
                .put("deny", Long.toString(Permission.bits(Permission.VIEW_CHANNEL)));
        return json;
    }

    private void describe(ObjectNode json, StageServer owner) {
        json.put("guild_id", Long.toString(owner.id))
                .put("name", name)
                .put("position", owner.channels.indexOf(this))
                .put("rate_limit_per_user", 0)
                .put("nsfw", false);
        json.putNull("parent_id").putNull("topic");
        if (type == VOICE) {
            json.put("bitrate", 64_000).put("user_limit", 0).putNull("rtc_region");
        }
        json.set(
                "permission_overwrites", Json.array(overwrites.values().stream().map(Overwrite::json)));
    }

    @Override
    public String toString() {
        return "#" + name;
    }
}
