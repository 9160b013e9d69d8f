package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.ChooseJoker;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /joker}: chooses the one episode whose points a fan doubles. */
public final class JokerCommand implements Feature {

    private final Lookup lookup;
    private final ChooseJoker chooseJoker;

    public JokerCommand(Lookup lookup, ChooseJoker chooseJoker) {
        this.lookup = lookup;
        this.chooseJoker = chooseJoker;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("joker", "Choose the one episode that doubles your points")
                .setContexts(InteractionContextType.GUILD)
                .addOptions(Lookup.episodeOption("Which episode", true), Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("joker", Route.Mode.ANSWER_PRIVATE, this::choose),
                Route.suggestion("joker", lookup::suggest));
    }

    private Reply choose(Request request) {
        Season season = lookup.season(request);
        int episode = request.integer(Lookup.EPISODE).orElse(0);
        ChooseJoker.Answer answer = chooseJoker.choose(season.id(), request.voter(), episode);
        if (answer instanceof ChooseJoker.Answer.Chosen chosen) {
            return Reply.of(Panels.of(season.id())
                    .text(request.words().text("joker.chosen", named(request, season, chosen.episode())))
                    .build());
        }
        if (answer instanceof ChooseJoker.Answer.Played played) {
            throw new Rejection("joker.played", named(request, season, played.episode()));
        }
        throw new Rejection(
                answer instanceof ChooseJoker.Answer.NoJokers
                        ? "joker.off"
                        : answer instanceof ChooseJoker.Answer.TooLate ? "joker.late" : "joker.nothing");
    }

    private static String named(Request request, Season season, int number) {
        return season.episode(number)
                .map(episode -> Wording.episode(request.words(), episode))
                .orElse(Integer.toString(number));
    }
}
