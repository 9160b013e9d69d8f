package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * A reaction of the bot's own on a card.
 *
 * @param formatted its emoji, in JDA's own notation
 * @param isOver whether it is to be taken off, since its outcome has another emoji by now; fans' own with it stay
 */
record Seed(String formatted, boolean isOver) {

    /** All of a card's: one for each outcome that can be picked, and then those that are over. */
    static List<Seed> of(Poll poll) {
        List<Outcome> standing = poll.outcomes().stream()
                .filter(outcome -> !outcome.struck() && !outcome.emoji().isEmpty())
                .toList();
        return Stream.concat(
                        standing.stream().map(outcome -> new Seed(outcome.emoji(), false)),
                        standing.stream()
                                .flatMap(outcome -> outcome.earlier().stream())
                                .map(emoji -> new Seed(emoji, true)))
                .toList();
    }

    RestAction<Void> on(MessageChannel channel, long message) {
        Emoji emoji = Emoji.fromFormatted(formatted);
        return isOver
                ? channel.removeReactionById(message, emoji).onErrorMap(Failures::isUnknownEmoji, nothing -> null)
                : channel.addReactionById(message, emoji);
    }
}
