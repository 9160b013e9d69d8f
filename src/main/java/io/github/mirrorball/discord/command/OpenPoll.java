package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.PollsByHand;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.schedule.Timetable;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Season;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /poll open}: a scheduled poll now, or one more question of the host's. Its definition is with {@link PollCommand}. */
final class OpenPoll implements Feature {

    private static final String ASK = "ask";
    private static final String OPEN = "poll-open";
    private static final String GUESS = "ask";

    private final Lookup lookup;
    private final PollsByHand byHand;

    OpenPoll(Lookup lookup, PollsByHand byHand) {
        this.lookup = lookup;
        this.byHand = byHand;
    }

    static SubcommandData subcommand() {
        return new SubcommandData("open", "Open a scheduled poll now, or ask something of your own")
                .addOptions(
                        Lookup.pollOption(false),
                        new OptionData(OptionType.STRING, ASK, "A new question instead of a scheduled poll")
                                .addChoice("a question of your own", AskKind.CUSTOM.id())
                                .addChoice("guess a contestant's total", AskKind.SCORE.id()),
                        new OptionData(OptionType.STRING, Lookup.CONTESTANT, "Whose total is guessed", false, true),
                        Lookup.episodeOption("Whose result answers it", false),
                        new OptionData(OptionType.NUMBER, PollTerms.WORTH, "Points for a right pick")
                                .setRequiredRange(0, Ask.MOST_WORTH),
                        new OptionData(
                                OptionType.STRING,
                                Lookup.LOCK,
                                "When it locks, such as Tue 7:30 pm or 2026-01-10 19:30",
                                false,
                                true),
                        new OptionData(OptionType.BOOLEAN, PollTerms.SECRET, "Whether the ballot is secret"),
                        Lookup.seasonOption());
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.empty();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("poll open", Route.Mode.MODAL, this::open),
                Route.suggestion("poll open", this::suggest),
                Route.component(OPEN, Route.Mode.UPDATE, this::openScheduled),
                Route.component(GUESS, Route.Mode.UPDATE, this::openGuess),
                Route.form(QuestionForm.PATH, Route.Mode.ANSWER_PRIVATE, this::openQuestion));
    }

    private Reply suggest(Request request) {
        return switch (request.typing().option()) {
            case Lookup.POLL -> lookup.pollChoices(request, poll -> poll.state() == PollState.SCHEDULED);
            case Lookup.CONTESTANT -> lookup.contestantChoices(request);
            default -> lookup.suggest(request);
        };
    }

    private Reply open(Request request) {
        PollTerms terms = PollTerms.of(request, lookup);
        if (request.text(Lookup.POLL).isPresent()) {
            return previewScheduled(request, terms);
        }
        AskKind kind = request.text(ASK).flatMap(AskKind::named).orElseThrow(() -> new Rejection("byhand.what"));
        Season season = lookup.season(request);
        Episode episode = episode(season, request.integer(Lookup.EPISODE));
        if (kind == AskKind.CUSTOM) {
            return QuestionForm.open(request, season, episode, terms);
        }
        if (request.text(Lookup.CONTESTANT).isEmpty()) {
            throw new Rejection("byhand.whose");
        }
        return previewGuess(
                request, season, episode, Lookup.contestant(request, season).id(), terms);
    }

    /** The episode that is named, else the next one without a result. */
    private static Episode episode(Season season, OptionalInt named) {
        if (named.isPresent()) {
            return season.episode(named.getAsInt())
                    .orElseThrow(() -> new Rejection("fault.episode.unknown", named.getAsInt()));
        }
        return season.episodes().stream()
                .filter(episode -> !Timetable.isIn(season, episode))
                .findFirst()
                .orElseThrow(() -> new Rejection("byhand.noEpisode"));
    }

    private Reply previewScheduled(Request request, PollTerms terms) {
        Poll poll = lookup.pollNamed(request);
        Season season = lookup.seasonOf(request, poll);
        if (poll.state() != PollState.SCHEDULED) {
            throw new Rejection("byhand.notScheduled");
        }
        if (terms.worth().isPresent()) {
            throw new Rejection("byhand.worthFixed");
        }
        Instant locks =
                terms.lock().map(lock -> lock.atZone(season.zone()).toInstant()).orElse(poll.locksAt());
        return preview(
                request,
                season,
                poll.secret(terms.secret().orElse(poll.secret())).at(poll.opensAt(), locks),
                OPEN + ":" + poll.id() + ":" + new PollTerms(Optional.empty(), terms.lock(), terms.secret()).id());
    }

    private Reply previewGuess(Request request, Season season, Episode episode, String who, PollTerms terms) {
        Ask ask = guess(who, terms);
        List<Fault> faults = byHand.faults(season, episode, ask, terms.terms());
        if (!faults.isEmpty()) {
            throw new Rejection(faults);
        }
        Instant locks = terms.lock()
                .map(lock -> lock.atZone(season.zone()).toInstant())
                .orElseGet(() -> Timetable.locks(season, episode));
        Poll poll = new Poll(
                0,
                season.id(),
                season.server(),
                OptionalInt.of(episode.number()),
                ask,
                PollState.SCHEDULED,
                Optional.empty(),
                locks,
                terms.secret().orElse(season.settings().secret()),
                List.of());
        return preview(
                request,
                season,
                poll,
                GUESS + ":" + season.id() + ":" + episode.number() + ":" + who + ":" + terms.id());
    }

    private static Ask guess(String who, PollTerms terms) {
        return new Ask(AskKind.SCORE, Optional.of(who), Optional.empty(), List.of(), terms.worth());
    }

    private static Reply preview(Request request, Season season, Poll poll, String confirm) {
        return Reply.of(Panels.of(season.id())
                .headline(Sign.OPEN, request.words().text("byhand.open.preview"))
                .text("**" + Lookup.named(request, season, poll) + "**")
                .text(request.words()
                        .text(
                                "byhand.open.locks",
                                Markdown.moment(poll.locksAt()),
                                Markdown.until(poll.locksAt()),
                                season.settings().worth(poll.ask())))
                .text(poll.secret() ? request.words().text("byhand.open.secret") : "")
                .row(Button.success(confirm, request.words().text("byhand.open.confirm")))
                .build());
    }

    private Reply openScheduled(Request request) {
        Poll poll = lookup.poll(request, request.number(0)).orElseThrow(() -> new Rejection("reply.stale"));
        Season season = lookup.seasonOf(request, poll);
        request.requireHost(season);
        return done(
                request, season, byHand.open(poll.id(), PollTerms.of(request, 1).terms(), request.user()));
    }

    private Reply openGuess(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        PollTerms terms = PollTerms.of(request, 3);
        Ask ask = guess(request.arguments().get(2), terms);
        return done(
                request, season, byHand.ask(season.id(), (int) request.number(1), ask, terms.terms(), request.user()));
    }

    private Reply openQuestion(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        PollTerms terms = PollTerms.of(request, 2);
        Ask ask = QuestionForm.read(request, terms);
        PollsByHand.Answer answer =
                byHand.ask(season.id(), (int) request.number(1), ask, terms.terms(), request.user());
        return answer instanceof PollsByHand.Answer.Refused refused
                ? QuestionForm.refused(request, season, refused.faults())
                : done(request, season, answer);
    }

    private static Reply done(Request request, Season season, PollsByHand.Answer answer) {
        if (answer instanceof PollsByHand.Answer.Done done) {
            return Reply.of(Panels.of(season.id())
                    .text(request.words()
                            .text(
                                    "byhand.opened",
                                    Wording.question(request.words(), season, done.poll()),
                                    "<#" + season.posting().channel() + ">"))
                    .build());
        }
        throw new Rejection(((PollsByHand.Answer.Refused) answer).faults());
    }
}
