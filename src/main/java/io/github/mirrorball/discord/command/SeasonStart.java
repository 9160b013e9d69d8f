package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.league.AddSeason;
import io.github.mirrorball.league.Change;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.show.file.SeasonRules;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season create}: an empty season, to be filled by command. */
final class SeasonStart implements Part {

    private static final int LONGEST_TITLE = 100;

    private final Lookup lookup;
    private final AddSeason addSeason;

    SeasonStart(Lookup lookup, AddSeason addSeason) {
        this.lookup = lookup;
        this.addSeason = addSeason;
    }

    @Override
    public List<SubcommandData> subcommands() {
        return List.of(new SubcommandData("create", "Set a season up by hand")
                .addOptions(
                        new OptionData(OptionType.STRING, "show", "The show, such as Dancing with the Stars", true)
                                .setMaxLength(LONGEST_TITLE),
                        new OptionData(OptionType.STRING, "title", "How this season is called", true)
                                .setMaxLength(LONGEST_TITLE),
                        new OptionData(OptionType.STRING, Lookup.ZONE, "Air times are in the time of which city?", true)
                                .setAutoComplete(true),
                        Places.channelOption())
                .addOptions(Places.options()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season create", Route.Mode.ANSWER_PRIVATE, this::create),
                Route.suggestion("season create", lookup::suggest));
    }

    private Reply create(Request request) {
        ZoneId zone = Lookup.zone(request);
        SeasonPlan plan = new SeasonPlan(
                request.text("show").orElse(""),
                request.text("title").orElse(""),
                zone,
                List.of(),
                List.of(),
                List.of(),
                SeasonSettings.USUAL,
                Map.of());
        Posting posting = Places.first(request);
        Season season = plan.at(posting);
        List<Fault> faults = SeasonRules.faults(season);
        if (!faults.isEmpty()) {
            Changes.made(new Change.Refused(faults));
        }
        addSeason.add(request.server(), plan, posting, request.user());
        return Places.answer(
                request,
                season,
                request.words()
                        .text(
                                "season.created",
                                Markdown.escape(plan.title()),
                                zone.getId(),
                                "<#" + posting.channel() + ">"));
    }
}
