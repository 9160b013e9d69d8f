package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /poll}: a season's polls. */
public final class PollCommand implements Feature {

    private final Lookup lookup;
    private final Polls polls;

    public PollCommand(Lookup lookup, Polls polls) {
        this.lookup = lookup;
        this.polls = polls;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("poll", "Look at a season's polls")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(new SubcommandData("list", "List a season's polls and the state each is in")
                        .addOptions(Lookup.seasonOption())));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("poll list", Route.Mode.ANSWER_PRIVATE, this::list),
                Route.suggestion("poll list", lookup::suggest));
    }

    private Reply list(Request request) {
        Season season = lookup.season(request);
        return Reply.of(SeasonView.polls(request.words(), season, polls.ofSeason(season.id())));
    }
}
