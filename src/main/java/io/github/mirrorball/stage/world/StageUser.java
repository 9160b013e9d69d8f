package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.CommandRules;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person in one server, who does what Discord's client would let them do; what it would not is an
 * {@link IllegalArgumentException}. Thread-safe; nothing here waits, replies do.
 */
public final class StageUser {
    final StageServer server;
    public final Person person;
    final Set<StageRole> roles = new LinkedHashSet<>();
    private final World world;

    @Nullable
    String nickname;

    StageUser(StageServer server, Person person) {
        this.server = server;
        this.person = person;
        this.world = server.world;
        roles.add(server.fanRole);
    }

    public long id() {
        return person.id;
    }

    public String name() {
        return person.name;
    }

    public StageServer server() {
        return server;
    }

    /** Gives a role of this server. */
    public void give(StageRole role) {
        synchronized (world) {
            roles.add(role);
        }
    }

    /** Takes a role away. */
    public void take(StageRole role) {
        synchronized (world) {
            roles.remove(role);
        }
    }

    /** Sets how this person is called in this server alone. */
    public void setNickname(String name) {
        synchronized (world) {
            nickname = name;
        }
    }

    /** Sets the language of this person's Discord, for instance {@code de}. */
    public void setLocale(String locale) {
        synchronized (world) {
            person.locale = locale;
        }
    }

    /** The language of this person's Discord. */
    public String setLocale() {
        synchronized (world) {
            return person.locale;
        }
    }

    /** Whether the bot may write to this person. */
    public void setAcceptsDirectMessages(boolean accepts) {
        synchronized (world) {
            person.acceptsDirectMessages = accepts;
        }
    }

    /** The direct messages between this person and the bot. */
    public StageChannel direct() {
        synchronized (world) {
            return world.direct(person);
        }
    }

    /** What this person sees in a channel, private replies too, oldest first. */
    public List<StageMessage> messages(StageChannel channel) {
        synchronized (world) {
            return channel.posts.values().stream()
                    .filter(post -> post.isVisibleTo(person))
                    .map(post -> new StageMessage(world, post))
                    .toList();
        }
    }

    /** Writes an ordinary message. */
    public StageMessage say(StageChannel channel, String text) {
        synchronized (world) {
            Post post = new Post(world.ids.next(), channel, person);
            post.content = text;
            world.publish(post, null);
            return new StageMessage(world, post);
        }
    }

    /** Leaves the server; the account and its messages stay. */
    public void leave() {
        synchronized (world) {
            server.members.remove(person.id);
        }
    }

    /** The commands that this person finds in a channel, as they were published. */
    public List<ObjectNode> commands(StageChannel channel) {
        synchronized (world) {
            return Json.each(world.commands.all())
                    .map(ObjectNode.class::cast)
                    .filter(command -> world.commands.isFoundBy(this, channel, command))
                    .toList();
        }
    }

    /** Runs a slash command, for instance {@code "season import"}. */
    public StageReply slash(StageChannel channel, String path, Map<String, Object> options) {
        synchronized (world) {
            ObjectNode data = SlashCall.run(this, channel, path, options);
            Interaction typed = world.interactions.start(Interaction.COMMAND, this, channel, null, data);
            typed.command = path;
            return typed.reply;
        }
    }

    /**
     * Clicks a command that a message names. Discord makes it clickable for {@code </name:id>} with the command's own name, whatever language
     * the reader has, and a click on any other name does nothing (discord-api-docs, issues 5462 and 5518).
     */
    public StageReply click(StageMessage message, String path) {
        synchronized (world) {
            Post post = visible(message);
            String name = path.split(" ")[0];
            ObjectNode command = world.commands.foundBy(this, post.channel, name, CommandRules.SLASH);
            String mention = "</" + path + ":" + command.path("id").asText() + ">";
            if (!message.text().contains(mention)) {
                throw new IllegalArgumentException("No " + mention + " in " + message.text());
            }
            return slash(post.channel, path);
        }
    }

    /** Runs a slash command without parameters. */
    public StageReply slash(StageChannel channel, String path) {
        return slash(channel, path, Map.of());
    }

    /** Types at a parameter; what is in {@code options} for it is what was typed so far. */
    public StageReply complete(StageChannel channel, String path, Map<String, Object> options, String focused) {
        synchronized (world) {
            ObjectNode data = SlashCall.type(this, channel, path, options, focused);
            return world.interactions.start(Interaction.AUTOCOMPLETE, this, channel, null, data).reply;
        }
    }

    /** Picks an entry of a message's menu. */
    public StageReply menu(StageMessage message, String command) {
        synchronized (world) {
            Post post = visible(message);
            ObjectNode found = world.commands.foundBy(this, post.channel, command, CommandRules.MESSAGE);
            ObjectNode data = Json.object()
                    .put("id", found.path("id").asText())
                    .put("name", command)
                    .put("type", CommandRules.MESSAGE)
                    .put("target_id", Long.toString(post.id));
            data.withObject("/resolved/messages").set(Long.toString(post.id), post.json());
            return world.interactions.start(Interaction.COMMAND, this, post.channel, null, data).reply;
        }
    }

    /** Presses a button. */
    public StageReply press(StageMessage message, String customId) {
        synchronized (world) {
            Post post = visible(message);
            return component(post, ComponentCall.press(post, customId));
        }
    }

    /** Chooses from a menu: values of a string menu, ids of the others. */
    public StageReply choose(StageMessage message, String customId, List<String> values) {
        synchronized (world) {
            Post post = visible(message);
            return component(post, ComponentCall.choose(post, customId, values));
        }
    }

    private StageReply component(Post post, ObjectNode data) {
        return world.interactions.start(Interaction.COMPONENT, this, post.channel, post, data).reply;
    }

    /** Sends a form: text, true or false, or a list of values by custom id; what is not named stays as prefilled. */
    public StageReply submit(StageForm form, Map<String, Object> values) {
        synchronized (world) {
            if (form.opener.user.person != person) {
                throw new IllegalArgumentException(form + " was not opened by " + person.name);
            }
            ObjectNode data = Json.object().put("custom_id", form.customId());
            data.set("components", FilledField.fill(form, values));
            Interaction opener = form.opener;
            data.set("resolved", FilledField.resolve(world, opener.channel, data.path("components")));
            Interaction sent = world.interactions.start(Interaction.FORM, this, opener.channel, opener.source, data);
            sent.metadata.set("triggering_interaction_metadata", opener.metadata.deepCopy());
            return sent.reply;
        }
    }

    /** Reacts with an emoji's characters, or {@code name:id} of a custom one. */
    public void react(StageMessage message, String emoji) {
        react(message, emoji, false);
    }

    /** Reacts with a super reaction. */
    public void reactSuper(StageMessage message, String emoji) {
        react(message, emoji, true);
    }

    private void react(StageMessage message, String emoji, boolean burst) {
        synchronized (world) {
            try {
                Reactions.add(world, visible(message), person, Emoji.parse(emoji), burst);
            } catch (Refusal e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    /** Takes a reaction back, normal and super. */
    public void unreact(StageMessage message, String emoji) {
        synchronized (world) {
            Reactions.remove(world, visible(message), person, Emoji.parse(emoji), false);
            Reactions.remove(world, visible(message), person, Emoji.parse(emoji), true);
        }
    }

    /** Takes every reaction off a message, as a moderator may. */
    public void clearReactions(StageMessage message) {
        synchronized (world) {
            Reactions.clear(world, visible(message));
        }
    }

    /** Takes every reaction with one emoji off a message, as a moderator may. */
    public void clearReactions(StageMessage message, String emoji) {
        synchronized (world) {
            Reactions.clear(world, visible(message), Emoji.parse(emoji));
        }
    }

    private Post visible(StageMessage message) {
        if (message.post.deleted || !message.post.isVisibleTo(person)) {
            throw new IllegalArgumentException(person.name + " does not see " + message);
        }
        return message.post;
    }

    @Override
    public String toString() {
        return person.name;
    }
}
