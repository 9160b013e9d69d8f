package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Picks;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.schedule.Cards;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    public WhyThesePoints(Lookup lookup, Cards cards, Fans fans, Picks picks, Standings standings) {
        this.lookup = lookup;
        this.cards = cards;
        this.fans = fans;
        this.picks = picks;
        this.standings = standings;
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
        Optional<Pick> pick = fans.find(request.server(), request.user()).flatMap(fan -> picks.of(poll.id(), fan.id()));
        Panels panel = Panels.of(season.id())
                .text("### " + Lookup.named(request, season, poll))
                .text(answer(request, season, poll))
                .text(pick.map(made -> request.words()
                                .text("pick.yours", Wording.outcome(request.words(), poll, made.outcome())))
                        .orElseGet(() -> request.words().text("why.noPick")));
        pick.flatMap(made -> verdict(season, poll, made))
                .ifPresent(given -> panel.text(points(request, season, poll, given)));
        return Reply.of(panel.build());
    }

    private Optional<Verdict> verdict(Season season, Poll poll, Pick pick) {
        Map<String, Verdict> given = standings.verdicts(season.id()).getOrDefault(poll.id(), Map.of());
        return Optional.ofNullable(given.get(pick.outcome()));
    }

    private static String answer(Request request, Season season, Poll poll) {
        return switch (poll.state()) {
            case SCHEDULED, OPEN -> request.words().text("pick.locks", Markdown.until(poll.locksAt()));
            case LOCKED -> request.words().text("me.waiting");
            case CANCELED -> request.words().text(poll.byHand().calledOff() ? "card.calledOff" : "card.canceled");
            case RESOLVED ->
                request.words()
                        .text(
                                "card.resolved",
                                Ruling.of(season, poll).right().stream()
                                        .sorted()
                                        .map(right -> "**" + Wording.outcome(request.words(), poll, right) + "**")
                                        .collect(Collectors.joining(", ")));
        };
    }

    private static String points(Request request, Season season, Poll poll, Verdict verdict) {
        if (!verdict.counted()) {
            return request.words().text("why.void");
        }
        String worth = Wording.points(season.settings().worth(poll.ask()));
        String points = Wording.points(verdict.points());
        if (poll.ask().kind() == AskKind.SCORE) {
            return request.words().text("why.guess", worth, points);
        }
        return verdict.correct()
                ? request.words().text("why.right", worth, points)
                : request.words().text("why.wrong", points);
    }
}
