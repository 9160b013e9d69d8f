package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.SettingsEdits;
import io.github.mirrorball.show.Season;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * {@code /season edit}: what a season is called, in which zone its times are, and in which language it is posted. These stand apart from
 * {@code /season settings} because Discord lets a command have 25 options.
 */
final class SeasonIdentity implements Part {

    private static final String TITLE = "title";
    private static final String LANGUAGE = "language";
    private static final int LONGEST_TITLE = 100;

    private final Lookup lookup;
    private final EditSeason editSeason;

    SeasonIdentity(Lookup lookup, EditSeason editSeason) {
        this.lookup = lookup;
        this.editSeason = editSeason;
    }

    @Override
    public List<SubcommandData> subcommands() {
        return List.of(new SubcommandData("edit", "Change a season's title, time zone or language")
                .addOptions(
                        new OptionData(OptionType.STRING, TITLE, "What it is called")
                                .setRequiredLength(1, LONGEST_TITLE),
                        new OptionData(
                                OptionType.STRING, Lookup.ZONE, "In which zone its local times are", false, true),
                        // One choice for each file of messages.
                        new OptionData(OptionType.STRING, LANGUAGE, "The language of what is posted")
                                .addChoice("English", "en")
                                .addChoice("French", "fr")
                                .addChoice("German", "de")
                                .addChoice("Spanish", "es"),
                        Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season edit", Route.Mode.ANSWER_PRIVATE, this::edit),
                Route.suggestion("season edit", lookup::suggest));
    }

    private Reply edit(Request request) {
        Season season = lookup.season(request);
        Optional<String> title = request.text(TITLE).map(String::strip);
        Optional<ZoneId> zone = request.text(Lookup.ZONE).map(typed -> Lookup.zone(request));
        Optional<String> language = request.text(LANGUAGE);
        if (title.isEmpty() && zone.isEmpty() && language.isEmpty()) {
            throw new Rejection("season.edit.what");
        }
        Season changed = Changes.made(
                        editSeason.edit(season.id(), request.user(), SettingsEdits.identify(title, zone, language)))
                .season();
        return Reply.of(SettingsView.changed(request.words(), changed, Sign.DONE));
    }
}
