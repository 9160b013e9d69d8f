package io.github.mirrorball.discord.view;

import io.github.mirrorball.league.EmojiSpelling;
import io.github.mirrorball.show.EmojiKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;
import net.fellbaum.jemoji.Qualification;

/**
 * The emoji that everybody on Discord has: those that Unicode calls fully qualified, of the version of which Discord is known to have a picture
 * for each. What was typed without its variation selectors is taken for the same with them. Loading the list takes a quarter of a second.
 */
public final class StandardEmoji implements EmojiSpelling {

    /** The version of Unicode's list. */
    public static final double VERSION = 15.1;

    private static final String VARIATION = "\uFE0F";

    private static final class Known {
        static final Map<String, String> BY_BARE = EmojiManager.getAllEmojis().stream()
                .filter(emoji -> emoji.getVersion() <= VERSION)
                .filter(emoji -> emoji.getQualification() == Qualification.FULLY_QUALIFIED)
                .map(Emoji::getEmoji)
                .collect(Collectors.toUnmodifiableMap(StandardEmoji::bare, emoji -> emoji));
    }

    /** Loads the list, so that nobody waits for it later. */
    public void load() {
        spell("💃");
    }

    @Override
    public Optional<String> spell(String emoji) {
        return EmojiKey.isCustom(emoji) ? Optional.of(emoji) : Optional.ofNullable(Known.BY_BARE.get(bare(emoji)));
    }

    private static String bare(String emoji) {
        return emoji.replace(VARIATION, "");
    }
}
