package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A message as it stands now; every call reads it anew. Thread-safe. */
public final class StageMessage implements StageAnswer {
    final World world;
    final Post post;

    public StageMessage(World world, Post post) {
        this.world = world;
        this.post = post;
    }

    public long id() {
        return post.id;
    }

    public StageChannel channel() {
        return post.channel;
    }

    /** Discord's message object. */
    public ObjectNode json() {
        synchronized (world) {
            return post.json();
        }
    }

    /** The content of a legacy message, or all text displays, a line each. */
    public String text() {
        synchronized (world) {
            return post.isV2() ? Components.text(post.components) : post.content;
        }
    }

    /** Every component, nested ones too, in the order of reading. */
    public List<ObjectNode> components() {
        synchronized (world) {
            return post.flat().stream().map(ObjectNode::deepCopy).toList();
        }
    }

    /** When it was written, by the show clock. */
    public Instant shown() {
        return post.shown;
    }

    /** Who reacted, normally or super: user ids by the emoji's name. */
    public Map<String, Set<Long>> reactions() {
        synchronized (world) {
            Map<String, Set<Long>> byEmoji = new LinkedHashMap<>();
            for (Tally tally : post.reactions.values()) {
                Set<Long> users = new LinkedHashSet<>(tally.normal.keySet());
                users.addAll(tally.burst.keySet());
                byEmoji.put(tally.emoji.name(), users);
            }
            return byEmoji;
        }
    }

    /** The custom id of the first button that starts like this. */
    public String button(String prefix) {
        return customId(prefix, Components.BUTTON, Components.BUTTON);
    }

    /** The custom id of the first menu that starts like this. */
    public String select(String prefix) {
        return customId(prefix, Components.STRING_SELECT, Components.CHANNEL_SELECT);
    }

    private String customId(String prefix, int lowest, int highest) {
        return components().stream()
                .filter(component -> Components.type(component) >= lowest && Components.type(component) <= highest)
                .map(component -> component.path("custom_id").asText())
                .filter(id -> id.startsWith(prefix) && !id.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + prefix + " in " + json()));
    }

    /** Whether only one person sees it. */
    public boolean isEphemeral() {
        return !post.isPublic();
    }

    public boolean isDeleted() {
        synchronized (world) {
            return post.deleted;
        }
    }

    /** The ids of everyone and every role that was notified when it was created; "everyone" for all. */
    public List<String> pinged() {
        synchronized (world) {
            Set<String> ids = new LinkedHashSet<>();
            post.pinged.users().forEach(user -> ids.add(Long.toString(user.id)));
            post.pinged.roles().forEach(role -> ids.add(Long.toString(role)));
            return post.pinged.everyone() ? List.of("everyone") : List.copyOf(ids);
        }
    }

    /** Whether this person was notified when it was created. */
    public boolean pings(StageUser user) {
        synchronized (world) {
            return post.pinged.everyone()
                    || post.pinged.users().contains(user.person)
                    || user.roles.stream().anyMatch(role -> post.pinged.roles().contains(role.id));
        }
    }

    /** The command that it answers, for instance {@code season import}; empty where it answers none. */
    public Optional<String> command() {
        synchronized (world) {
            return Optional.ofNullable(post.command);
        }
    }

    /** The bytes of the file of that name that the message carries. */
    public Optional<byte[]> file(String name) {
        synchronized (world) {
            return world.cdn.named(post.id, name);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StageMessage message && message.post == post;
    }

    @Override
    public int hashCode() {
        return Objects.hash(post.id);
    }

    @Override
    public String toString() {
        return "message " + post.id + " in " + post.channel + ": " + text();
    }
}
