package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.league.AddSeason;
import io.github.mirrorball.league.AuditLog;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Seasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season}: set a season up, look at it, change how it is run, and end it. */
public final class SeasonCommand implements Feature {

    private final Lookup lookup;
    private final List<Part> parts;

    /** @param uploads files that were sent and not decided about yet */
    public SeasonCommand(
            Lookup lookup,
            EmojiChoice choice,
            AddSeason addSeason,
            EditSeason editSeason,
            Seasons seasons,
            Uploads uploads,
            ResultImport results,
            SeasonTables tables,
            AuditLog audit,
            Fans fans) {
        this.lookup = lookup;
        this.parts = List.of(
                new SeasonStart(lookup, addSeason),
                new SeasonFiles(lookup, choice, seasons, addSeason, editSeason, uploads, results, tables),
                new SeasonSettingsCommand(lookup, editSeason),
                new SeasonIdentity(lookup, editSeason),
                new SeasonEnd(lookup, editSeason),
                new SeasonLog(lookup, audit, fans));
    }

    @Override
    public Optional<CommandData> definition() {
        SubcommandData show =
                new SubcommandData("show", "Show a season: who is in, what is next").addOptions(Lookup.seasonOption());
        return Optional.of(Commands.slash("season", "Set a season up and look at it")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(show)
                .addSubcommands(parts.stream()
                        .flatMap(part -> part.subcommands().stream())
                        .toList()));
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.command("season show", Route.Mode.ANSWER_PRIVATE, this::show),
                Route.suggestion("season show", lookup::suggest)));
        parts.forEach(part -> routes.addAll(part.routes()));
        return routes;
    }

    private Reply show(Request request) {
        return Reply.of(SeasonView.of(request.words(), lookup.season(request)));
    }
}
