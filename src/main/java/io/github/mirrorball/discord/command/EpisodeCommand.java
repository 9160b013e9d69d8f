package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /episode}: a season's episodes. */
public final class EpisodeCommand implements Feature {

    private final Lookup lookup;

    public EpisodeCommand(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("episode", "Look at a season's episodes")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(
                        new SubcommandData("list", "List a season's episodes").addOptions(Lookup.seasonOption())));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("episode list", Route.Mode.ANSWER_PRIVATE, this::list),
                Route.suggestion("episode list", lookup::suggest));
    }

    private Reply list(Request request) {
        return Reply.of(SeasonView.episodes(request.words(), lookup.season(request)));
    }
}
