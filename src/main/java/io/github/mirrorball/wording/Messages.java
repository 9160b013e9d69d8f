package io.github.mirrorball.wording;

import io.github.mirrorball.show.Fault;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Every sentence that people read, in one language; from {@code messages*.properties}. A language that is not translated falls back to
 * English. Thread-safe.
 */
public final class Messages {

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Marks have no more. */
    private static final int MOST_PLACES = 4;

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

    /** What is wrong, as a sentence with its place before it. */
    public String text(Fault fault) {
        String sentence = text(fault.key(), fault.args().toArray());
        return fault.place().isEmpty() ? sentence : fault.place() + ": " + sentence;
    }

    /** The language that was asked for. */
    public Locale locale() {
        return locale;
    }

    /** The sentence with this key in this very language; empty where English would stand in for it. */
    public Optional<String> own(String key) {
        return isTranslated() && bundle.containsKey(key) && !isEnglish(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** Whether somebody wrote these sentences in this language; English itself is the language of the others. */
    public boolean isTranslated() {
        return !bundle.getLocale().getLanguage().isEmpty();
    }

    private boolean isEnglish(String key) {
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ROOT, ENGLISH_ELSE);
        return english.containsKey(key) && english.getString(key).equals(bundle.getString(key));
    }

    /** A number as the language writes it: grouped, and without needless zeros. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_PLACES);
        return format.format(number);
    }

    /** A whole number as the language writes it. */
    public String number(long number) {
        return number(BigDecimal.valueOf(number));
    }
}
