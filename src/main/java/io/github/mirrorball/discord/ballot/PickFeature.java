package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Rejection;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import io.github.mirrorball.discord.command.Lookup;
import io.github.mirrorball.discord.view.Ballots;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.poll.Cast;
import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Picks;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /pick} and the button on cards: private menus, one a poll, and a receipt for every pick. */
public final class PickFeature implements Feature {

    /** A message holds 40 components and a menu with its heading takes four. */
    private static final int MOST_MENUS = 8;

    private static final String ALL = "all";
    private static final String ONE = "one";

    private final Lookup lookup;
    private final Cast cast;
    private final Polls polls;
    private final Picks picks;
    private final Fans fans;

    public PickFeature(Lookup lookup, Cast cast, Polls polls, Picks picks, Fans fans) {
        this.lookup = lookup;
        this.cast = cast;
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("pick", "Pick in every open poll").setContexts(InteractionContextType.GUILD));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("pick", Route.Mode.ANSWER_PRIVATE, this::all),
                Route.component("ballot", Route.Mode.ANSWER_PRIVATE, this::one),
                Route.component("pick", Route.Mode.UPDATE, this::pick).inOrder());
    }

    private Reply all(Request request) {
        List<Poll> open = polls.open(request.server());
        if (open.isEmpty()) {
            throw new Rejection("pick.noPolls");
        }
        return menus(request, open, ALL, "");
    }

    private Reply one(Request request) {
        Poll poll = poll(request);
        if (poll.state() != PollState.OPEN) {
            throw late(poll.state());
        }
        return menus(request, List.of(poll), ONE, "");
    }

    private static Rejection late(PollState state) {
        return new Rejection("pick.late." + state.name().toLowerCase(Locale.ROOT));
    }

    private Poll poll(Request request) {
        return lookup.poll(request, request.number(0)).orElseThrow(() -> new Rejection("reply.stale"));
    }

    private Reply pick(Request request) {
        Poll poll = poll(request);
        String outcome = request.chosen().stream().findFirst().orElseThrow(() -> new Rejection("reply.stale"));
        return receipt(request, poll, cast.pick(poll.id(), request.voter(), outcome));
    }

    private Reply receipt(Request request, Poll poll, Receipt receipt) {
        if (receipt instanceof Receipt.Taken taken) {
            boolean all = request.arguments().contains(ALL);
            return menus(
                    request,
                    all ? polls.open(request.server()) : List.of(poll),
                    all ? ALL : ONE,
                    request.words().text("pick.taken", Wording.outcome(request.words(), poll, taken.outcome())));
        }
        if (receipt instanceof Receipt.TooLate late) {
            throw late(late.state());
        }
        throw new Rejection(receipt instanceof Receipt.Struck ? "pick.struck" : "reply.stale");
    }

    private Reply menus(Request request, List<Poll> shown, String scope, String receipt) {
        Panels panel = Panels.of(shown.get(0).season()).text(receipt);
        shown.stream().limit(MOST_MENUS).forEach(poll -> menu(request, panel, poll, scope));
        if (shown.size() > MOST_MENUS) {
            panel.text(request.words().text("pick.more", shown.size() - MOST_MENUS));
        }
        return Reply.of(panel.build());
    }

    private void menu(Request request, Panels panel, Poll poll, String scope) {
        Season season = lookup.season(request, poll.season()).orElseThrow(() -> new Rejection("reply.stale"));
        Optional<String> pick = fans.find(request.server(), request.user())
                .flatMap(fan -> picks.of(poll.id(), fan.id()))
                .map(Pick::outcome);
        panel.text(Ballots.heading(request.words(), season, poll, pick))
                .row(Ballots.menu(request.words(), poll, pick, scope));
    }
}
