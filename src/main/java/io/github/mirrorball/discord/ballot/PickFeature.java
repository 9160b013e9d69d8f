package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.BallotControls;
import io.github.mirrorball.discord.view.Controls;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /pick} and the button on cards: private menus, one a poll, and a receipt for every pick. */
public final class PickFeature implements Feature {

    /** A message holds 40 components, and a heading, a menu and a button, each of the two in a row, take five. */
    private static final int MOST_MENUS = 7;

    private static final String ALL = "all";
    static final String ONE = "one";

    private final PollCache pollCache;
    private final CastPick cast;
    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Runnable sweep;
    private final Telemetry telemetry;

    /** @param sweep is run when reactions are to be taken away */
    public PickFeature(
            PollCache pollCache,
            CastPick cast,
            Polls polls,
            Picks picks,
            Fans fans,
            Runnable sweep,
            Telemetry telemetry) {
        this.pollCache = pollCache;
        this.cast = cast;
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.sweep = sweep;
        this.telemetry = telemetry;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("pick", "Pick in every open poll").setContexts(InteractionContextType.GUILD));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("pick", Route.Mode.ANSWER_PRIVATE, this::all),
                Route.component(Controls.PICK, Route.Mode.ANSWER_PRIVATE, this::all),
                Route.component("ballot", Route.Mode.ANSWER_PRIVATE, this::one),
                Route.vote(Route.Kind.COMPONENT, "pick", Route.Mode.UPDATE, this::pick),
                Route.vote(Route.Kind.COMPONENT, "pick-back", Route.Mode.UPDATE, this::takeBack));
    }

    private Reply all(Request request) {
        List<Poll> open = open(request);
        if (open.isEmpty()) {
            throw new Rejection("pick.noPolls");
        }
        return menus(request, open, ALL, "", poll -> pick(request, poll));
    }

    /** What is asked where they may not look is not told. */
    private List<Poll> open(Request request) {
        return polls.open(request.server()).stream()
                .filter(poll -> request.maySee(pollCache.season(poll)))
                .toList();
    }

    private Reply one(Request request) {
        Poll poll = poll(request);
        if (poll.state() != PollState.OPEN) {
            throw Refusals.late(poll.state());
        }
        return menus(request, List.of(poll), ONE, "", shown -> pick(request, shown));
    }

    private Poll poll(Request request) {
        return pollCache.poll(request).orElseThrow(() -> new Rejection("reply.stale"));
    }

    private Supplier<Reply> pick(Request request) {
        Poll poll = poll(request);
        String outcome = request.chosen().stream().findFirst().orElseThrow(() -> new Rejection("reply.stale"));
        if (BallotControls.isGuess(poll)) {
            throw new Rejection("reply.stale");
        }
        Receipt receipt = cast.pick(poll.id(), request.voter(), outcome);
        return () -> {
            telemetry.recordCast(Telemetry.Way.MENU, receipt);
            return receipt(request, poll, receipt);
        };
    }

    private Supplier<Reply> takeBack(Request request) {
        Poll poll = poll(request);
        boolean sweep = maySweep(request, pollCache.season(poll).posting().channel());
        Receipt receipt = cast.takeBack(poll.id(), request.voter(), sweep);
        return () -> {
            telemetry.recordCast(Telemetry.Way.BUTTON, receipt);
            Reply reply = receipt(request, poll, receipt);
            if (sweep) {
                this.sweep.run();
            }
            return reply;
        };
    }

    private static boolean maySweep(Request request, long channel) {
        return Optional.ofNullable(request.guild().getGuildChannelById(channel))
                .filter(known -> request.guild().getSelfMember().hasPermission(known, Permission.MESSAGE_MANAGE))
                .isPresent();
    }

    /** What was decided last is known without asking; the other polls are asked. */
    private Reply receipt(Request request, Poll poll, Receipt receipt) {
        String told = told(request, poll, receipt);
        Optional<String> picked =
                receipt instanceof Receipt.Taken taken ? Optional.of(taken.outcome()) : Optional.empty();
        boolean all = request.arguments().contains(ALL);
        return menus(
                request,
                all ? openWith(request, poll) : List.of(poll),
                all ? ALL : ONE,
                told,
                each -> each.id() == poll.id() ? picked : pick(request, each));
    }

    /** Every open poll, or that one alone if it was the last and is locked by now. */
    private List<Poll> openWith(Request request, Poll poll) {
        List<Poll> open = open(request);
        return open.isEmpty() ? List.of(poll) : open;
    }

    private static String told(Request request, Poll poll, Receipt receipt) {
        if (receipt instanceof Receipt.Taken taken) {
            return request.words().text("pick.taken", Wording.outcome(request.words(), poll, taken.outcome()));
        }
        if (receipt instanceof Receipt.TakenBack back) {
            return request.words().text("pick.takenBack", Wording.outcome(request.words(), poll, back.outcome()));
        }
        if (receipt instanceof Receipt.Unchanged) {
            return request.words().text("pick.nothingToTakeBack");
        }
        throw Refusals.of(receipt);
    }

    private Optional<String> pick(Request request, Poll poll) {
        return fans.find(request.server(), request.user())
                .flatMap(fan -> picks.of(poll.id(), fan.id()))
                .map(Pick::outcome);
    }

    private Reply menus(
            Request request, List<Poll> shown, String scope, String receipt, Function<Poll, Optional<String>> picked) {
        Panels panel = Panels.of(shown.get(0).season()).text(receipt);
        for (Poll poll : shown.subList(0, Math.min(shown.size(), MOST_MENUS))) {
            addMenu(request, panel, pollCache.season(poll), poll, scope, picked.apply(poll));
        }
        if (shown.size() > MOST_MENUS) {
            panel.text(request.words().text("pick.more", shown.size() - MOST_MENUS));
        }
        return Reply.of(panel.build());
    }

    private static void addMenu(
            Request request, Panels panel, Season season, Poll poll, String scope, Optional<String> pick) {
        panel.text(BallotControls.heading(request.words(), season, poll, pick));
        List<ActionRowChildComponent> buttons = new ArrayList<>();
        if (BallotControls.isGuess(poll)) {
            buttons.add(BallotControls.button(request.words(), poll));
        } else {
            panel.row(BallotControls.menu(request.words(), poll, pick, scope));
        }
        pick.ifPresent(made -> buttons.add(BallotControls.takeBack(request.words(), poll, scope)));
        if (!buttons.isEmpty()) {
            panel.row(buttons.toArray(ActionRowChildComponent[]::new));
        }
    }
}
