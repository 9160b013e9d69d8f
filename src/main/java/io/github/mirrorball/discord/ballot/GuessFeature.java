package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.BallotControls;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.poll.Guess;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.modals.Modal;

/** Guessing a number: the button on a card opens a form, and a private receipt follows. */
public final class GuessFeature implements Feature {

    private static final String PATH = "guess";
    private static final String FIELD = "total";
    private static final int TITLE = 45;
    private static final int LONGEST = 8;

    private final PollCache pollCache;
    private final CastPick cast;
    private final Picks picks;
    private final Fans fans;
    private final Telemetry telemetry;

    public GuessFeature(PollCache pollCache, CastPick cast, Picks picks, Fans fans, Telemetry telemetry) {
        this.pollCache = pollCache;
        this.cast = cast;
        this.picks = picks;
        this.fans = fans;
        this.telemetry = telemetry;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.empty();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.component(PATH, Route.Mode.MODAL, this::open),
                Route.vote(Route.Kind.FORM, PATH, Route.Mode.ANSWER_PRIVATE, this::guess));
    }

    private Poll poll(Request request) {
        return pollCache.poll(request).filter(BallotControls::isGuess).orElseThrow(() -> new Rejection("reply.stale"));
    }

    private Reply open(Request request) {
        Poll poll = poll(request);
        if (poll.state() != PollState.OPEN) {
            throw Refusals.late(poll.state());
        }
        TextInput.Builder input = TextInput.create(FIELD, TextInputStyle.SHORT)
                .setPlaceholder(request.words().text("guess.hint"))
                .setMaxLength(LONGEST);
        fans.find(request.server(), request.user())
                .flatMap(fan -> picks.of(poll.id(), fan.id()))
                .map(Pick::outcome)
                .ifPresent(input::setValue);
        String title = Wording.plainQuestion(request.words(), pollCache.season(poll), poll);
        return new Reply.Form(Modal.create(PATH + ":" + poll.id(), Markdown.cut(title, TITLE))
                .addComponents(Label.of(request.words().text("guess.total"), input.build()))
                .build());
    }

    private Supplier<Reply> guess(Request request) {
        Poll poll = poll(request);
        String guess =
                Guess.read(request.field(FIELD)).orElseThrow(() -> new Rejection("guess.unreadable", shown(request)));
        Receipt receipt = cast.pick(poll.id(), request.voter(), guess);
        return () -> receipt(request, poll, receipt);
    }

    private Reply receipt(Request request, Poll poll, Receipt receipt) {
        telemetry.recordCast(Telemetry.Way.FORM, receipt);
        if (!(receipt instanceof Receipt.Taken taken)) {
            throw Refusals.of(receipt);
        }
        return Reply.of(Panels.of(poll.season())
                .text(request.words().text("pick.taken", Wording.outcome(request.words(), poll, taken.outcome())))
                .text(BallotControls.heading(
                        request.words(), pollCache.season(poll), poll, Optional.of(taken.outcome())))
                .row(
                        BallotControls.button(request.words(), poll),
                        BallotControls.takeBack(request.words(), poll, PickFeature.ONE))
                .build());
    }

    private static String shown(Request request) {
        return Markdown.escape(request.field(FIELD));
    }
}
