package io.github.mirrorball.show;

import java.util.regex.Pattern;

/**
 * What makes two emoji the same for whoever picks with them. A server's own is known by its id, whatever its name is by now; a standard one by
 * its characters, without the sign that asks for a colourful look and without skin tones, which people choose for all their emoji at once.
 */
public final class EmojiKey {

    private static final Pattern LOOKS = Pattern.compile("[\\uFE0F\\x{1F3FB}-\\x{1F3FF}]");

    private EmojiKey() {}

    /** The key of an emoji as messages have it, such as {@code 💃} or {@code <a:disco:123>}. */
    public static String of(String emoji) {
        return isCustom(emoji)
                ? emoji.substring(emoji.lastIndexOf(':') + 1, emoji.length() - 1)
                : LOOKS.matcher(emoji).replaceAll("");
    }

    /** Whether it is a server's own. */
    public static boolean isCustom(String emoji) {
        return emoji.startsWith("<") && emoji.endsWith(">");
    }
}
