package io.github.mirrorball.show;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every sentence that people read, in one language; from {@code messages*.properties}. A language that is not translated falls back to
 * English. Thread-safe.
 */
public final class Messages {

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("messages", locale, ENGLISH_ELSE);
    }

    /** The sentences in this language. */
    public static Messages in(Locale locale) {
        return new Messages(locale);
    }

    /** The sentences in the language with this BCP 47 tag. */
    public static Messages in(String tag) {
        return in(Locale.forLanguageTag(tag));
    }

    /** The sentence with this key, its placeholders filled. A missing key is a defect and throws {@code MissingResourceException}. */
    public String text(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }
}
