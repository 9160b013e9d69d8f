package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.outbox.Cards;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** "Enter result" on a card's menu: the form of the episode that the poll belongs to. */
public final class EnterFromCard implements Feature {

    private static final String NAME = "Enter result";

    private final Lookup lookup;
    private final Cards cards;

    public EnterFromCard(Lookup lookup, Cards cards) {
        this.lookup = lookup;
        this.cards = cards;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.message(NAME)
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS)));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.command(NAME, Route.Mode.MODAL, this::enter));
    }

    private Reply enter(Request request) {
        Poll poll = lookup.pollOn(request, cards);
        Season season = lookup.seasonOf(request, poll);
        request.requireHost(season);
        int number = poll.episode().orElseThrow(() -> new Rejection("card.seasonLong"));
        Episode episode = season.episode(number).orElseThrow(() -> new Rejection("reply.stale"));
        return new ResultForm(request, season, episode).open();
    }
}
