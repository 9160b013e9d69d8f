package io.github.mirrorball.discord.view;

import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words of an episode's scheduled event.
 *
 * @param description marked-up text that ends with the event's mark, by which it is known again
 */
public record EventWords(String name, String description, String place) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1000;

    /**
     * The words in the season's language.
     *
     * @param place where people pick, as plain text
     * @param mark goes to the end of the description
     */
    public static EventWords of(Season season, Episode episode, String place, String mark) {
        Locale locale = Locale.forLanguageTag(season.settings().language());
        Messages words = Messages.in(locale);
        String name = words.text(
                "event.name",
                Markdown.plain(season.title()),
                Integer.toString(episode.number()),
                Markdown.plain(episode.title()));
        String end = "\n\n" + mark;
        String told = description(season, episode, place, words, locale);
        return new EventWords(
                Markdown.cut(name, LONGEST_NAME),
                Markdown.cut(told, LONGEST_DESCRIPTION - end.length()) + end,
                Markdown.cut(Markdown.plain(place), LONGEST_NAME));
    }

    private static String description(Season season, Episode episode, String place, Messages words, Locale locale) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(episode.airsAt());
        String asked = episode.asks().stream()
                .map(ask -> "\n- " + Wording.question(words, season, ask))
                .collect(Collectors.joining());
        String what = asked.isEmpty() ? "" : "\n\n" + words.text("event.asked", Markdown.escape(place)) + asked;
        return words.text("event.airs", when, season.zone().getId()) + what;
    }
}
