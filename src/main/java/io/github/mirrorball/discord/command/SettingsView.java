package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.SettingsEdits;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.wording.Messages;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.container.Container;

/** How a season is run, as a list for its hosts. */
final class SettingsView {

    private SettingsView() {}

    static Container of(Messages words, Season season) {
        return panel(words, season, Sign.SETTINGS, "settings.title").build();
    }

    /** After a change, with what is to be said about it. */
    static Container changed(Messages words, Season season, Sign sign, String... more) {
        Panels panel = panel(words, season, sign, "settings.changed");
        Arrays.stream(more).forEach(panel::part);
        return panel.build();
    }

    private static Panels panel(Messages words, Season season, Sign sign, String heading) {
        return Panels.of(season.id())
                .headline(sign, words.text(heading, Markdown.escape(season.title())))
                .text(habits(words, season))
                .line()
                .text(posting(words, season.posting()));
    }

    private static String habits(Messages words, Season season) {
        SeasonSettings settings = season.settings();
        return String.join(
                "\n",
                List.of(
                        words.text("settings.openLead", settings.openLead().toHours()),
                        words.text("settings.lockOffset", settings.lockOffset().toMinutes()),
                        words.text("settings.reminders", reminders(words, settings.reminders())),
                        words.text("settings.secret", yes(words, settings.secret())),
                        words.text("settings.lowScore", yes(words, settings.lowScore())),
                        words.text("settings.underdog", yes(words, settings.underdog())),
                        words.text("settings.joker", yes(words, settings.joker())),
                        words.text("settings.crowd", yes(words, settings.crowd())),
                        words.text(
                                "settings.bestEpisodes",
                                settings.bestEpisodes().isPresent()
                                        ? Integer.toString(
                                                settings.bestEpisodes().getAsInt())
                                        : words.text("settings.all")),
                        words.text("settings.winner", yes(words, SettingsEdits.asksWinner(season))),
                        words.text("settings.spoilers", yes(words, settings.hideSpoilers())),
                        words.text(
                                "settings.revealDelay", settings.revealDelay().toHours()),
                        words.text("settings.zone", season.zone().getId(), language(words, settings)),
                        words.text("settings.worth", worth(words, settings))));
    }

    /** The name of the posts' language in the reader's. */
    private static String language(Messages words, SeasonSettings settings) {
        return Locale.forLanguageTag(settings.language())
                .getDisplayLanguage(words.isTranslated() ? words.locale() : Locale.ENGLISH);
    }

    private static String reminders(Messages words, List<Duration> reminders) {
        return reminders.isEmpty()
                ? words.text("settings.none")
                : reminders.stream()
                        .map(lead -> Long.toString(lead.toMinutes()))
                        .collect(Collectors.joining(", "));
    }

    private static String yes(Messages words, boolean value) {
        return words.text(value ? "settings.yes" : "settings.no");
    }

    private static String worth(Messages words, SeasonSettings settings) {
        return Arrays.stream(AskKind.values())
                .map(kind -> Markdown.escape(kind.id()) + " " + words.number(settings.worth(Ask.of(kind))))
                .collect(Collectors.joining(", "));
    }

    private static String posting(Messages words, Posting posting) {
        return words.text(
                "settings.posting",
                "<#" + posting.channel() + ">",
                mention(words, "<#", posting.hostChannel()),
                mention(words, "<@&", posting.mentionRole()),
                hosts(words, posting));
    }

    /** Who may host: whoever Discord lets use the commands, and the host role. */
    static String hosts(Messages words, Posting posting) {
        return posting.hostRole().isPresent()
                ? words.text("settings.hosts", "<@&" + posting.hostRole().getAsLong() + ">")
                : words.text("settings.hosts.usual");
    }

    private static String mention(Messages words, String sign, OptionalLong id) {
        return id.isPresent() ? sign + id.getAsLong() + ">" : words.text("settings.none");
    }
}
