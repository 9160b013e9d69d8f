package io.github.mirrorball.discord.route;

import io.github.mirrorball.wording.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;

/**
 * What commands and their options are called in other languages, from whichever bundles there are. English is what the definitions say
 * themselves, and what routes go by.
 */
final class CommandWords implements LocalizationFunction {

    private static final String COMMAND = "command.";
    private static final String OPTIONS = "options.";
    private static final Pattern SPECIAL = Pattern.compile("[^a-z0-9._-]");

    private final Map<DiscordLocale, Messages> translations = new EnumMap<>(DiscordLocale.class);

    /** Looks the bundles up once: there are hundreds of texts, and hardly any of Discord's languages has one. */
    CommandWords() {
        Arrays.stream(DiscordLocale.values())
                .filter(locale -> locale != DiscordLocale.UNKNOWN)
                .forEach(locale -> Optional.of(Messages.in(locale.getLocale()))
                        .filter(Messages::isTranslated)
                        .ifPresent(words -> translations.put(locale, words)));
    }

    @Override
    public Map<DiscordLocale, String> apply(String key) {
        List<String> keys = keys(key);
        Map<DiscordLocale, String> translated = new EnumMap<>(DiscordLocale.class);
        translations.forEach((locale, words) -> keys.stream()
                .flatMap(each -> words.own(each).stream())
                .findFirst()
                .ifPresent(text -> translated.put(locale, text)));
        return translated;
    }

    /** Where a text stands in a bundle: under its very own key, or, for an option that many commands have, under the key they share. */
    static List<String> keys(String key) {
        String plain = SPECIAL.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("_");
        int options = plain.lastIndexOf("." + OPTIONS);
        return options < 0
                ? List.of(COMMAND + plain)
                : List.of(COMMAND + plain, COMMAND + plain.substring(options + 1));
    }
}
