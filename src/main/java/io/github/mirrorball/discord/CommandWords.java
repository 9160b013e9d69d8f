package io.github.mirrorball.discord;

import io.github.mirrorball.show.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;

/**
 * What commands and their options are called in other languages, from whichever bundles there are. English is what the definitions say
 * themselves, and what routes go by.
 */
final class CommandWords implements LocalizationFunction {

    private static final String COMMAND = "command.";
    private static final String OPTIONS = "options.";

    @Override
    public Map<DiscordLocale, String> apply(String key) {
        Map<DiscordLocale, String> translated = new EnumMap<>(DiscordLocale.class);
        Arrays.stream(DiscordLocale.values())
                .filter(locale -> locale != DiscordLocale.UNKNOWN)
                .forEach(locale -> in(locale, key).ifPresent(text -> translated.put(locale, text)));
        return translated;
    }

    private static Optional<String> in(DiscordLocale locale, String key) {
        Messages words = Messages.in(locale.getLocale());
        return keys(key).stream().flatMap(each -> words.own(each).stream()).findFirst();
    }

    /** Where a text stands in a bundle: under its very own key, or, for an option that many commands have, under the key they share. */
    static List<String> keys(String key) {
        String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
        int options = plain.lastIndexOf("." + OPTIONS);
        return options < 0
                ? List.of(COMMAND + plain)
                : List.of(COMMAND + plain, COMMAND + plain.substring(options + 1));
    }
}
