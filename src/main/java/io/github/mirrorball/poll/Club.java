package io.github.mirrorball.poll;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A named group of fans inside a server.
 *
 * @param name user text, to be escaped where it is shown
 */
public record Club(long id, long server, String name, int members) {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 32;

    /** What a reader sees nothing of: joiners, variation selectors, fillers. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

    /** What names have in common that a reader takes for the same. */
    public static String folded(String name) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        return SPACES.matcher(seen)
                .replaceAll(" ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
