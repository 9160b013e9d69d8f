package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.league.EmojiSpelling;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.EmojiKey;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.emoji.RichCustomEmoji;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which emoji can stand for contestants in a server: the standard ones, and the server's own, for which Discord is asked each time. No two may be
 * alike but for their skin tone, since people choose one for all their emoji. Thread-safe.
 */
public final class EmojiChoice {

    private static final Logger LOG = LoggerFactory.getLogger(EmojiChoice.class);
    private static final long PATIENCE_SECONDS = 5;

    private final EmojiSpelling standard;

    public EmojiChoice(EmojiSpelling standard) {
        this.standard = standard;
    }

    /** A contestant with the emoji spelled as Discord has it in this server; refused with the reason where it cannot be used. */
    Contestant checked(Request request, Season season, Contestant who) {
        if (who.emoji().isEmpty()) {
            return who;
        }
        String typed = who.emoji().get();
        String spelled = spell(typed, own(request.guild(), List.of(who)))
                .orElseThrow(() -> new Rejection(
                        EmojiKey.isCustom(typed) ? "contestant.emoji.foreign" : "contestant.emoji.unknown",
                        shown(typed)));
        boolean taken = season.cast().stream()
                .filter(other -> !other.id().equals(who.id()))
                .flatMap(other -> other.emoji().stream())
                .anyMatch(other -> EmojiKey.of(other).equals(EmojiKey.of(spelled)));
        if (taken) {
            throw new Rejection("fault.emoji.twice", spelled);
        }
        return new Contestant(who.id(), who.name(), who.partner(), Optional.of(spelled));
    }

    /** A sentence that names everybody for whom a letter stands although they have an emoji; blank where there is nobody. */
    String letters(Request request, List<Contestant> cast, Collection<String> known) {
        Optional<Map<String, String>> own = own(request.guild(), cast);
        Set<String> taken = new HashSet<>();
        List<String> named = new ArrayList<>();
        for (Contestant who : cast) {
            Optional<String> spelled = who.emoji().flatMap(emoji -> spell(emoji, own));
            boolean usable =
                    spelled.filter(emoji -> taken.add(EmojiKey.of(emoji))).isPresent();
            who.emoji()
                    .filter(emoji -> !usable || known.contains(who.id()))
                    .ifPresent(emoji -> named.add(Markdown.escape(who.label()) + " (" + shown(emoji) + ")"));
        }
        return named.isEmpty() ? "" : request.words().text("contestant.emoji.letters", String.join(", ", named));
    }

    private Optional<String> spell(String emoji, Optional<Map<String, String>> own) {
        return EmojiKey.isCustom(emoji) && own.isPresent()
                ? Optional.ofNullable(own.get().get(EmojiKey.of(emoji)))
                : standard.spell(emoji);
    }

    /** The server's own by their keys, where any of these contestants has one of some server; empty as well where Discord does not answer. */
    private static Optional<Map<String, String>> own(Guild server, List<Contestant> cast) {
        boolean asked = cast.stream().flatMap(who -> who.emoji().stream()).anyMatch(EmojiKey::isCustom);
        return asked ? own(server) : Optional.empty();
    }

    private static Optional<Map<String, String>> own(Guild server) {
        try {
            Map<String, String> own = new HashMap<>();
            server
                    .retrieveEmojis()
                    .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .submit()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .stream()
                    .filter(RichCustomEmoji::isAvailable)
                    .forEach(emoji -> own.put(emoji.getId(), emoji.getFormatted()));
            return Optional.of(own);
        } catch (ExecutionException | TimeoutException unknown) {
            LOG.warn("The emoji of server {} cannot be checked: {}", server.getId(), unknown.toString());
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A server's own is named, since Discord may not show it. Any other is one sign, of which nothing has to be escaped. */
    private static String shown(String emoji) {
        return EmojiKey.isCustom(emoji) ? Markdown.escape(emoji.replaceAll("^<a?|\\d+>$", "")) : emoji;
    }
}
