package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.ScorecardView;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Jokers;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.outbox.Cards;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** "Why these points" on a card's menu: that poll's answer, and one's own pick and what it came to; private. */
public final class WhyThesePoints implements Feature {

    private static final String NAME = "Why these points";

    private final Lookup lookup;
    private final Cards cards;
    private final Fans fans;
    private final Picks picks;
    private final Standings standings;
    private final Jokers jokers;

    public WhyThesePoints(Lookup lookup, Cards cards, Fans fans, Picks picks, Standings standings, Jokers jokers) {
        this.lookup = lookup;
        this.cards = cards;
        this.fans = fans;
        this.picks = picks;
        this.standings = standings;
        this.jokers = jokers;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.message(NAME).setContexts(InteractionContextType.GUILD));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.command(NAME, Route.Mode.ANSWER_PRIVATE, this::why));
    }

    private Reply why(Request request) {
        Poll poll = lookup.pollOn(request, cards);
        Season season = lookup.seasonOf(request, poll);
        String own = fans.find(request.server(), request.user())
                .flatMap(fan -> line(season, poll, fan))
                .map(line -> own(request, line))
                .orElseGet(() -> request.words().text("why.noPick"));
        return Reply.of(Panels.of(season.id())
                .headline(Sign.HELP, Lookup.named(request, season, poll))
                .text(answer(request, season, poll))
                .text(own)
                .build());
    }

    private Optional<Scorecard.Line> line(Season season, Poll poll, Fan fan) {
        OptionalInt joker = season.settings().joker() ? jokers.of(season.id(), fan.id()) : OptionalInt.empty();
        List<Pick> pick = picks.of(poll.id(), fan.id()).stream().toList();
        return Scorecard.of(season, List.of(poll), pick, standings.verdicts(season.id()), joker).lines().stream()
                .findFirst();
    }

    private static String own(Request request, Scorecard.Line line) {
        String outcome =
                Wording.outcome(request.words(), line.poll(), line.pick().outcome());
        return request.words().text("pick.yours", outcome) + " · " + ScorecardView.reason(request.words(), line);
    }

    private static String answer(Request request, Season season, Poll poll) {
        return switch (poll.state()) {
            case SCHEDULED, OPEN -> request.words().text("pick.locks", Markdown.until(poll.locksAt()));
            case LOCKED -> request.words().text("me.waiting");
            case CANCELED -> request.words().text(poll.byHand().calledOff() ? "card.calledOff" : "card.canceled");
            case RESOLVED -> request.words().text("card.resolved", Wording.right(request.words(), season, poll));
        };
    }
}
