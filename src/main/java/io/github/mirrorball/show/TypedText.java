package io.github.mirrorball.show;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people type, in the forms in which it is compared. Phones, keyboards and pages write the same text in many ways. */
public final class TypedText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{034F}\\x{3164}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern APOSTROPHES =
            Pattern.compile("[\u2018\u2019\u201A\u201B\u02BC\u02B9\u2032\u00B4`\uA78C]");
    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u300C\u300D]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212\u2043]");
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ]");
    private static final Pattern WORD_BREAKS = Pattern.compile("[-&+/|:;,()\\[\\]\"]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    /** Letters that are no letter with an accent, and what people without them on their keyboard type. */
    private static final Map<String, String> PLAIN_LETTERS =
            Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i", "ħ", "h");

    private TypedText() {}

    /** The same text with plain quotes, dashes, digits and blanks, and without what cannot be seen. */
    public static String plain(String typed) {
        String visible = INVISIBLE.matcher(typed).replaceAll("");
        String quoted =
                QUOTES.matcher(APOSTROPHES.matcher(visible).replaceAll("'")).replaceAll("\"");
        String composed = Normalizer.normalize(quoted, Normalizer.Form.NFKC);
        String dashed = DASHES.matcher(composed).replaceAll("-");
        return SPACES.matcher(digits(dashed)).replaceAll(" ").strip();
    }

    private static String digits(String text) {
        return text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The words in small letters, without punctuation and symbols; full stops and apostrophes do not part words. */
    public static List<String> words(String typed) {
        String parted = WORD_BREAKS.matcher(caseFolded(typed)).replaceAll(" ");
        return Arrays.stream(NOT_IN_WORDS.matcher(parted).replaceAll("").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The letters and digits alone, in small letters; empty if there are none. */
    public static String key(String typed) {
        return String.join("", words(typed));
    }

    /** The plain text in small letters. */
    public static String caseFolded(String typed) {
        String plain = plain(typed);
        return Normalizer.normalize(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** The same text without accents, in small letters, as somebody types it whose keyboard has none. */
    public static String withoutAccents(String typed) {
        String apart = Normalizer.normalize(caseFolded(typed), Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> PLAIN_LETTERS.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }
}
