package io.github.mirrorball.stage.rules;

import java.util.Set;
import java.util.stream.Collectors;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;
import net.fellbaum.jemoji.Qualification;

/**
 * The emoji that everybody on Discord has: Unicode's of one version, which may be written without the sign that asks for a colourful look, and
 * the single letters of which flags are made.
 */
public final class StandardEmoji {

    /** Of Discord's own set of pictures for them. */
    private static final double VERSION = 15.1;

    private static final int FIRST_LETTER = 0x1F1E6;
    private static final int LAST_LETTER = 0x1F1FF;

    private StandardEmoji() {}

    /** It takes a moment to load, so only whoever needs more than letters does. */
    private static final class Known {
        static final Set<String> BARE = EmojiManager.getAllEmojis().stream()
                .filter(emoji -> emoji.getVersion() <= VERSION)
                .filter(emoji -> emoji.getQualification() == Qualification.FULLY_QUALIFIED)
                .map(Emoji::getEmoji)
                .map(StandardEmoji::bare)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is one of them. */
    public static boolean has(String text) {
        return isLetter(text) || Known.BARE.contains(bare(text));
    }

    private static boolean isLetter(String text) {
        return text.codePointCount(0, text.length()) == 1
                && text.codePointAt(0) >= FIRST_LETTER
                && text.codePointAt(0) <= LAST_LETTER;
    }

    /** Without variation selectors, with and without which an emoji is the same. */
    public static String bare(String text) {
        return text.replace("\uFE0F", "");
    }
}
