package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.StandingsView;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.poll.Picks;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /me}: one's own rank, picks and points, pick by pick; read from the store each time. */
public final class MeCommand implements Feature {

    private final Lookup lookup;
    private final Fans fans;
    private final Picks picks;
    private final Polls polls;
    private final Standings standings;

    public MeCommand(Lookup lookup, Fans fans, Picks picks, Polls polls, Standings standings) {
        this.lookup = lookup;
        this.fans = fans;
        this.picks = picks;
        this.polls = polls;
        this.standings = standings;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("me", "Show your picks, your points and why you have them")
                .setContexts(InteractionContextType.GUILD)
                .addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("me", Route.Mode.ANSWER_PRIVATE, this::me), Route.suggestion("me", lookup::suggest));
    }

    private Reply me(Request request) {
        Season season = lookup.season(request);
        Optional<Fan> fan = fans.find(request.server(), request.user());
        List<Scorecard.Line> lines =
                fan.map(known -> scorecard(season, known).lines()).orElse(List.of());
        Panels panel = Panels.of(season.id())
                .text("### " + Markdown.escape(request.member().getEffectiveName()) + " · "
                        + Markdown.escape(season.title()));
        fan.flatMap(known -> standings.of(season.id(), known.id()))
                .ifPresent(standing -> panel.text(StandingsView.row(request.words(), standing)));
        panel.text(
                lines.isEmpty()
                        ? request.words().text("me.none")
                        : lines.stream()
                                .map(line -> line(request, season, line))
                                .collect(Collectors.joining("\n")));
        return Reply.of(panel.build());
    }

    private Scorecard scorecard(Season season, Fan fan) {
        return Scorecard.of(
                picks.ofFan(season.id(), fan.id()), polls.ofSeason(season.id()), standings.verdicts(season.id()));
    }

    private static String line(Request request, Season season, Scorecard.Line line) {
        return request.words()
                .text(
                        "me.line",
                        Lookup.named(request, season, line.poll()),
                        Wording.outcome(
                                request.words(), line.poll(), line.pick().outcome()),
                        verdict(request, line.verdict()));
    }

    private static String verdict(Request request, Optional<Verdict> verdict) {
        return verdict.map(given -> given.counted()
                        ? request.words()
                                .text(given.correct() ? "me.right" : "me.wrong", Wording.points(given.points()))
                        : request.words().text("me.void"))
                .orElseGet(() -> request.words().text("me.waiting"));
    }
}
