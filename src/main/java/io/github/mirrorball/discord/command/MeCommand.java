package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Controls;
import io.github.mirrorball.discord.view.Illustrator;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.ScorecardView;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.StandingsView;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Jokers;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Doubts;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /me}: one's own rank, picks and points, and why they are what they are; read from the store each time. */
public final class MeCommand implements Feature {

    private static final int PAGE = 8;

    private final Lookup lookup;
    private final Fans fans;
    private final Picks picks;
    private final Polls polls;
    private final Standings standings;
    private final Jokers jokers;
    private final Doubts doubts;
    private final Illustrator illustrator;

    public MeCommand(
            Lookup lookup,
            Fans fans,
            Picks picks,
            Polls polls,
            Standings standings,
            Jokers jokers,
            Doubts doubts,
            Illustrator illustrator) {
        this.lookup = lookup;
        this.fans = fans;
        this.picks = picks;
        this.polls = polls;
        this.standings = standings;
        this.jokers = jokers;
        this.doubts = doubts;
        this.illustrator = illustrator;
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
                Route.command("me", Route.Mode.ANSWER_PRIVATE, request -> page(request, lookup.season(request), 0)),
                Route.suggestion("me", lookup::suggest),
                Route.component(
                        Controls.MINE,
                        Route.Mode.ANSWER_PRIVATE,
                        request -> page(request, lookup.seasonOf(request, 0), 0)),
                Route.component(
                        "me",
                        Route.Mode.UPDATE,
                        request -> page(request, lookup.seasonOf(request, 0), (int) request.number(1))));
    }

    private Reply page(Request request, Season season, int wanted) {
        Optional<Fan> fan = fans.find(request.server(), request.user());
        OptionalInt joker = joker(season, fan);
        List<Poll> asked = polls.ofSeason(season.id());
        Scorecard card =
                fan.map(known -> scorecard(season, asked, known, joker)).orElseGet(() -> new Scorecard(List.of()));
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.FAN,
                        Markdown.escape(request.member().getEffectiveName()) + " · " + Markdown.escape(season.title()),
                        fan.flatMap(known -> standings.of(StandingsQuery.of(season.id()), known.id()))
                                .map(standing -> StandingsView.row(request.words(), standing))
                                .orElse(""))
                .text(ScorecardView.summary(request.words(), season, asked, card, joker));
        fan.ifPresent(known -> panel.text(unclear(request, season, asked, known)));
        if (wanted <= 0) {
            fan.flatMap(known -> illustrator.soon(
                            gallery -> gallery.strip(request.words(), season, known, asked, card, joker)))
                    .ifPresent(strip -> panel.picture("season.png", strip));
        }
        String open = ScorecardView.open(request.words(), season, asked, card);
        if (!open.isEmpty()) {
            panel.line().text(open).row(Controls.pick(request.words()));
        }
        addLines(request, season, panel, card, wanted);
        return Reply.of(panel.build());
    }

    /** The polls in which several reactions of the fan's were found at once, so that none of them counts. */
    private String unclear(Request request, Season season, List<Poll> asked, Fan fan) {
        Set<Long> unclear = doubts.unclear(season.id(), fan.id());
        return asked.stream()
                .filter(poll -> unclear.contains(poll.id()))
                .map(poll -> request.words()
                        .text(
                                poll.state() == PollState.OPEN ? "me.unclear" : "me.wasUnclear",
                                Wording.question(request.words(), season, poll),
                                Wording.episode(request.words(), season, poll)))
                .collect(Collectors.joining("\n"));
    }

    private OptionalInt joker(Season season, Optional<Fan> fan) {
        return season.settings().joker()
                ? fan.map(known -> jokers.of(season.id(), known.id())).orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    private Scorecard scorecard(Season season, List<Poll> asked, Fan fan, OptionalInt joker) {
        return Scorecard.of(season, asked, picks.ofFan(season.id(), fan.id()), standings.verdicts(season.id()), joker);
    }

    /** The newest first, since that is what one looks for. */
    private static void addLines(Request request, Season season, Panels panel, Scorecard card, int wanted) {
        int all = card.lines().size();
        if (all == 0) {
            panel.text(request.words().text("me.none"));
            return;
        }
        int page = Math.max(0, Math.min(wanted, (all - 1) / PAGE));
        int to = all - page * PAGE;
        panel.line()
                .text(ScorecardView.lines(request.words(), season, card.lines().subList(Math.max(0, to - PAGE), to)));
        if (all > PAGE) {
            panel.row(
                    button(season, page - 1, "◀").withDisabled(page == 0),
                    button(season, page + 1, "▶").withDisabled(to <= PAGE));
        }
    }

    private static Button button(Season season, int page, String label) {
        return Button.secondary("me:" + season.id() + ":" + page, label);
    }
}
