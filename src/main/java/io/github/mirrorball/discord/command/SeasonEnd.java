package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.SettingsEdits;
import io.github.mirrorball.show.Season;
import java.util.List;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season archive} and {@code /season delete}: put a season away, for now or for good. */
final class SeasonEnd implements Part {

    private static final String BACK = "back";

    private final Lookup lookup;
    private final EditSeason editSeason;

    SeasonEnd(Lookup lookup, EditSeason editSeason) {
        this.lookup = lookup;
        this.editSeason = editSeason;
    }

    @Override
    public List<SubcommandData> subcommands() {
        return List.of(
                new SubcommandData("archive", "Put a season away, or bring it back")
                        .addOptions(
                                Lookup.seasonOption(),
                                new OptionData(OptionType.BOOLEAN, BACK, "Bring it back instead")),
                new SubcommandData("delete", "Delete a season with all its picks").addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season archive", Route.Mode.ANSWER_PRIVATE, this::archive),
                Route.suggestion("season archive", lookup::suggest),
                Route.command("season delete", Route.Mode.ANSWER_PRIVATE, this::ask),
                Route.suggestion("season delete", lookup::suggest),
                Route.component("season-delete", Route.Mode.UPDATE, this::delete));
    }

    private Reply archive(Request request) {
        Season season = lookup.season(request);
        boolean away = !request.flag(BACK).orElse(false);
        if (away && editSeason.isOpen(season)) {
            throw new Rejection("season.stillOpen");
        }
        Changes.made(editSeason.edit(season.id(), request.user(), SettingsEdits.archive(away)));
        return Reply.of(Panels.notice(
                request.words().text(away ? "season.archived" : "season.back", Markdown.escape(season.title()))));
    }

    private Reply ask(Request request) {
        return ask(request, lookup.season(request));
    }

    private Reply ask(Request request, Season season) {
        request.requireHost(season);
        EditSeason.Seen seen = editSeason.seen(season);
        Button confirm = Button.danger(
                "season-delete:" + season.id() + ":" + seen.picks(),
                request.words().text("season.delete.confirm"));
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                        .text("season.delete.ask", Markdown.escape(season.title()), seen.polls(), seen.picks()))
                .row(confirm)
                .build());
    }

    /** What was confirmed is what was named: more picks since then are asked for again. */
    private Reply delete(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        if (editSeason.seen(season).picks() != request.number(1)) {
            return ask(request, season);
        }
        editSeason.remove(season.id(), request.user());
        return Reply.of(Panels.notice(request.words().text("season.deleted", Markdown.escape(season.title()))));
    }
}
