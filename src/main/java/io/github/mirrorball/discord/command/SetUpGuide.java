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
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** The greeting's button for hosts: which commands set a season up. */
public final class SetUpGuide implements Feature {

    @Override
    public Optional<CommandData> definition() {
        return Optional.empty();
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.component(Controls.SET_UP, Route.Mode.ANSWER_PRIVATE, SetUpGuide::guide));
    }

    private static Reply guide(Request request) {
        return Reply.of(Panels.plain()
                .headline(
                        Sign.SEASON,
                        request.words().text("greeting.setUp"),
                        request.words().text("greeting.guide"))
                .hint(request.words().text("greeting.who"))
                .build());
    }
}
