package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the stage's Discord knows. Its monitor is the one lock: whoever touches a world, or anything in it,
 * holds it; nothing slow is done under it.
 */
public final class World {
    public final StageOptions options;
    public final Snowflakes ids;
    public final RequestLog ledger = new RequestLog();
    public final Cdn cdn;
    /** For tokens, which nobody on this computer must be able to guess. */
    private final SecureRandom random = new SecureRandom();

    public final Person bot;
    public final String token;
    public final Map<Long, StageServer> servers = new LinkedHashMap<>();
    public final Map<Long, StageChannel> channels = new HashMap<>();
    final Map<Long, Person> people = new HashMap<>();
    private final Map<String, Person> peopleByName = new HashMap<>();
    public final Gateway gateway;
    public final CommandBook commands;
    public final Interactions interactions;
    public final Nonces nonces;
    public final Audience audience = new Audience();

    public World(StageOptions options) {
        this.options = options;
        this.ids = new Snowflakes(options.systemClock());
        this.cdn = new Cdn(ids);
        this.bot = new Person(ids.next(), "Mirrorball", true);
        this.token = "stage.token." + secret();
        people.put(bot.id, bot);
        this.gateway = new Gateway(this);
        this.commands = new CommandBook(this);
        this.interactions = new Interactions(this);
        this.nonces = new Nonces(options.systemClock());
    }

    public Instant now() {
        return options.systemClock().instant();
    }

    /** 128 random bits. */
    String secret() {
        return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    public Person person(String name) {
        return peopleByName.computeIfAbsent(name, this::newPerson);
    }

    public Optional<Person> findPerson(long id) {
        return Optional.ofNullable(people.get(id));
    }

    /** A server whose bot is there, or not yet: then it can still be invited. */
    public StageServer newServer(String name, StageServer.Presence presence) {
        long id = ids.nextMillisecond();
        StageServer server = new StageServer(this, id, name, person("Owner of " + name));
        server.presence = presence;
        servers.put(id, server);
        gateway.sendToServer(server, Intent.GUILDS, "GUILD_CREATE", ServerJson.created(server));
        return server;
    }

    public StageChannel direct(Person person) {
        return person.direct().orElseGet(() -> {
            StageChannel channel = StageChannel.direct(this, ids.next(), person);
            channels.put(channel.id, channel);
            return person.direct(channel);
        });
    }

    /** Whether the bot and the person share a server, without which there is no direct message. */
    public boolean isMet(Person person) {
        return servers.values().stream()
                .anyMatch(server ->
                        server.presence == StageServer.Presence.THERE && server.members.containsKey(person.id));
    }

    public void publish(Post post, @Nullable JsonNode nonce) {
        post.channel.posts.put(post.id, post);
        if (post.isPublic()) {
            ObjectNode event = post.event();
            if (nonce != null) {
                event.set("nonce", nonce);
            }
            gateway.sendToChannel(post.channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES, "MESSAGE_CREATE", event);
        }
        audience.tell(StageEvent.Kind.CREATED, this, post);
    }

    void publishChange(Post post) {
        if (post.isPublic()) {
            gateway.sendToChannel(
                    post.channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES, "MESSAGE_UPDATE", post.event());
        }
        audience.tell(StageEvent.Kind.EDITED, this, post);
    }

    public void delete(Post post) {
        if (post.deleted) {
            return;
        }
        post.deleted = true;
        post.channel.posts.remove(post.id);
        if (post.isPublic()) {
            ObjectNode event = place(post, "message_id");
            event.set("id", event.remove("message_id"));
            gateway.sendToChannel(post.channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES, "MESSAGE_DELETE", event);
        }
        audience.tell(StageEvent.Kind.DELETED, this, post);
    }

    static ObjectNode place(Post post, String idField) {
        ObjectNode json =
                Json.object().put(idField, Long.toString(post.id)).put("channel_id", Long.toString(post.channel.id));
        if (post.channel.server != null) {
            json.put("guild_id", Long.toString(post.channel.server.id));
        }
        return json;
    }

    private Person newPerson(String name) {
        Person person = new Person(ids.next(), name, false);
        people.put(person.id, person);
        return person;
    }
}
