package io.github.mirrorball.discord;

import io.github.mirrorball.discord.ballot.ReactionBallots;
import io.github.mirrorball.discord.route.Router;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveAllEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEmojiEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** The gateway's reading thread enters here and leaves at once. */
public final class Listener extends ListenerAdapter {

    private final Router router;
    private final ReactionBallots reactions;

    public Listener(Router router, ReactionBallots reactions) {
        this.router = router;
        this.reactions = reactions;
    }

    @Override
    public void onGenericInteractionCreate(GenericInteractionCreateEvent event) {
        router.receive(event);
    }

    @Override
    public void onMessageReactionAdd(MessageReactionAddEvent event) {
        reactions.onAdded(event);
    }

    @Override
    public void onMessageReactionRemoveAll(MessageReactionRemoveAllEvent event) {
        reactions.onCleared(event);
    }

    @Override
    public void onMessageReactionRemoveEmoji(MessageReactionRemoveEmojiEvent event) {
        reactions.onCleared(event);
    }

    @Override
    public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
        reactions.onRemoved(event);
    }
}
