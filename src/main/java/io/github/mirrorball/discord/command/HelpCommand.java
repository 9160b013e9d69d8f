package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Controls;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /help}, and the greeting's button for everyone: how to play, and for hosts how to host. */
public final class HelpCommand implements Feature {

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("help", "How to play, and how to host")
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("help", Route.Mode.ANSWER_PRIVATE, HelpCommand::help),
                Route.component(Controls.HOW, Route.Mode.ANSWER_PRIVATE, HelpCommand::help));
    }

    private static Reply help(Request request) {
        Panels panel = Panels.plain()
                .headline(Sign.HELP, request.words().text("help.title"))
                .text(request.words().text("help.fans"));
        if (request.acting()
                .filter(member -> member.hasPermission(Permission.MANAGE_EVENTS))
                .isPresent()) {
            panel.line().text(request.words().text("help.hosts"));
        }
        return Reply.of(panel.build());
    }
}
