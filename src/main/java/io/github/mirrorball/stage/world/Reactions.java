package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.rules.StandardEmoji;

/** Puts reactions on messages and takes them off, telling whoever listens. Callers hold the world's lock. */
public final class Reactions {
    private static final int DISTINCT = 20;

    private Reactions() {}

    /** Does nothing where it stands already. */
    public static void add(World world, Post post, Person person, Emoji emoji, boolean burst) {
        Tally tally = post.reactions.get(emoji.key());
        if (tally == null) {
            if (!isUsable(post.channel, emoji)) {
                throw Refusal.of(400, 10014, "Unknown Emoji");
            }
            if (post.reactions.size() >= DISTINCT) {
                throw Refusal.violation(400, 30010, "Maximum number of reactions reached (20)");
            }
            tally = new Tally(emoji);
            post.reactions.put(emoji.key(), tally);
        }
        if (tally.of(burst).putIfAbsent(person.id, person) == null) {
            tell(world, post, "MESSAGE_REACTION_ADD", added(post, person, tally.emoji, burst));
        }
    }

    /** Does nothing where there is none. */
    public static void remove(World world, Post post, Person person, Emoji emoji, boolean burst) {
        Tally tally = post.reactions.get(emoji.key());
        if (tally != null && tally.of(burst).remove(person.id) != null) {
            if (tally.isEmpty()) {
                post.reactions.remove(emoji.key());
            }
            tell(world, post, "MESSAGE_REACTION_REMOVE", reaction(post, person, tally.emoji, burst));
        }
    }

    public static void clear(World world, Post post) {
        if (!post.reactions.isEmpty()) {
            post.reactions.clear();
            tell(world, post, "MESSAGE_REACTION_REMOVE_ALL", World.place(post, "message_id"));
        }
    }

    public static void clear(World world, Post post, Emoji emoji) {
        Tally tally = post.reactions.remove(emoji.key());
        if (tally != null) {
            ObjectNode event = World.place(post, "message_id");
            event.set("emoji", told(post.channel, tally.emoji));
            tell(world, post, "MESSAGE_REACTION_REMOVE_EMOJI", event);
        }
    }

    private static ObjectNode added(Post post, Person person, Emoji emoji, boolean burst) {
        ObjectNode event = reaction(post, person, emoji, burst);
        event.put("message_author_id", Long.toString(post.author.id));
        if (burst) {
            event.putArray("burst_colors").add("#efc35f");
        }
        post.channel.server().ifPresent(server -> event.set("member", ServerJson.member(server, person)));
        return event;
    }

    private static ObjectNode reaction(Post post, Person person, Emoji emoji, boolean burst) {
        ObjectNode event = World.place(post, "message_id")
                .put("user_id", Long.toString(person.id))
                .put("burst", burst)
                .put("type", burst ? 1 : 0);
        event.set("emoji", told(post.channel, emoji));
        return event;
    }

    private static boolean isUsable(StageChannel channel, Emoji emoji) {
        return channel.server().map(server -> server.emoji.has(emoji)).orElseGet(() -> StandardEmoji.has(emoji.name()));
    }

    private static ObjectNode told(StageChannel channel, Emoji emoji) {
        return channel.server().map(server -> server.emoji.event(emoji)).orElseGet(() -> standard(emoji));
    }

    /** An emoji as it stands on a message. */
    static ObjectNode standing(StageChannel channel, Emoji emoji) {
        return channel.server().map(server -> server.emoji.reaction(emoji)).orElseGet(() -> standard(emoji));
    }

    private static ObjectNode standard(Emoji emoji) {
        return Json.object().putNull("id").put("name", emoji.name());
    }

    private static void tell(World world, Post post, String type, ObjectNode event) {
        world.gateway.sendToChannel(
                post.channel, Intent.GUILD_MESSAGE_REACTIONS, Intent.DIRECT_MESSAGE_REACTIONS, type, event);
        world.audience.tell(StageEvent.Kind.REACTIONS, world, post);
    }
}
