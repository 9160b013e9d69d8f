package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.PollsByHand;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Season;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /poll}: a season's polls, and what a host does to them outside the timetable. */
public final class PollCommand implements Feature {

    private static final int PAGE = 10;
    private static final String LIST = "poll-list";
    private static final String CANCEL = "poll-cancel";

    private final Lookup lookup;
    private final Polls polls;
    private final Picks picks;
    private final PollsByHand byHand;
    private final OpenPoll open;

    public PollCommand(Lookup lookup, Polls polls, Picks picks, PollsByHand byHand) {
        this.lookup = lookup;
        this.polls = polls;
        this.picks = picks;
        this.byHand = byHand;
        this.open = new OpenPoll(lookup, byHand);
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("poll", "Look at a season's polls, and change them")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(
                        OpenPoll.subcommand(),
                        named("lock", "Lock an open poll now, or move a lock")
                                .addOptions(
                                        new OptionData(
                                                OptionType.STRING,
                                                Lookup.AT,
                                                "Its new lock, such as Tue 7:30 pm or 2026-01-10 19:30",
                                                false,
                                                true),
                                        Lookup.seasonOption()),
                        named("reopen", "Let a locked or canceled poll take picks again")
                                .addOptions(
                                        new OptionData(
                                                OptionType.STRING,
                                                Lookup.LOCK,
                                                "Its new lock, such as Tue 7:30 pm or 2026-01-10 19:30",
                                                true,
                                                true),
                                        Lookup.seasonOption()),
                        named("cancel", "Call a poll off, so that it counts for nobody")
                                .addOptions(Lookup.seasonOption()),
                        new SubcommandData("list", "List a season's polls and the state each is in")
                                .addOptions(Lookup.seasonOption())));
    }

    private static SubcommandData named(String name, String description) {
        return new SubcommandData(name, description).addOptions(Lookup.pollOption(true));
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(open.routes());
        routes.addAll(List.of(
                Route.command("poll lock", Route.Mode.ANSWER_PRIVATE, this::lock),
                suggestion("poll lock", poll -> !isOver(poll) && poll.state() != PollState.LOCKED),
                Route.command("poll reopen", Route.Mode.ANSWER_PRIVATE, this::reopen),
                suggestion(
                        "poll reopen",
                        poll -> poll.state() == PollState.LOCKED
                                || poll.byHand().calledOff()),
                Route.command("poll cancel", Route.Mode.ANSWER_PRIVATE, this::askToCancel),
                suggestion("poll cancel", poll -> poll.state() != PollState.CANCELED),
                Route.component(CANCEL, Route.Mode.UPDATE, this::cancel),
                Route.command(
                        "poll list", Route.Mode.ANSWER_PRIVATE, request -> list(request, lookup.season(request), 0)),
                Route.suggestion("poll list", lookup::suggest),
                Route.component(LIST, Route.Mode.UPDATE, this::turn)));
        return routes;
    }

    private Route suggestion(String path, Predicate<Poll> wanted) {
        return Route.suggestion(
                path,
                request -> request.typing().option().equals(Lookup.POLL)
                        ? lookup.pollChoices(request, wanted)
                        : lookup.suggest(request));
    }

    private static boolean isOver(Poll poll) {
        return poll.state() == PollState.RESOLVED || poll.state() == PollState.CANCELED;
    }

    private Reply lock(Request request) {
        Poll poll = lookup.pollNamed(request);
        Season season = lookup.seasonOf(request, poll);
        return lookup.time(request, Lookup.AT)
                .map(at -> locking(request, season, "byhand.moved", byHand.move(poll.id(), at, request.user())))
                .orElseGet(() -> told(request, season, "byhand.locked", done(byHand.lock(poll.id(), request.user()))));
    }

    private Reply reopen(Request request) {
        Poll poll = lookup.pollNamed(request);
        Season season = lookup.seasonOf(request, poll);
        LocalDateTime lock = lookup.time(request, Lookup.LOCK).orElse(LocalDateTime.MIN);
        return locking(request, season, "byhand.reopened.done", byHand.reopen(poll.id(), lock, request.user()));
    }

    private Reply locking(Request request, Season season, String key, PollsByHand.Answer answer) {
        Poll poll = done(answer);
        return sentence(
                request,
                season,
                key,
                Wording.question(request.words(), season, poll),
                Markdown.moment(poll.locksAt()),
                Markdown.until(poll.locksAt()),
                total(poll));
    }

    private Reply told(Request request, Season season, String key, Poll poll) {
        return sentence(request, season, key, Wording.question(request.words(), season, poll), total(poll));
    }

    private static Reply sentence(Request request, Season season, String key, Object... args) {
        return Reply.of(
                Panels.of(season.id()).text(request.words().text(key, args)).build());
    }

    private static Poll done(PollsByHand.Answer answer) {
        if (answer instanceof PollsByHand.Answer.Refused refused) {
            throw new Rejection(refused.faults());
        }
        return ((PollsByHand.Answer.Done) answer).poll();
    }

    private int total(Poll poll) {
        return picks.tally(poll.id()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Reply askToCancel(Request request) {
        Poll poll = lookup.pollNamed(request);
        return askToCancel(request, lookup.seasonOf(request, poll), poll);
    }

    private Reply askToCancel(Request request, Season season, Poll poll) {
        if (poll.state() == PollState.CANCELED) {
            throw new Rejection("byhand.canceledAlready");
        }
        int total = total(poll);
        boolean resolved = poll.state() == PollState.RESOLVED;
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                        .text(
                                "byhand.cancel.ask",
                                Wording.question(request.words(), season, poll),
                                Wording.episode(request.words(), season, poll),
                                total))
                .text(request.words().text(resolved ? "byhand.cancel.resolved" : "byhand.cancel.open"))
                .row(Button.danger(
                        CANCEL + ":" + poll.id() + ":" + total, request.words().text("byhand.cancel.confirm")))
                .build());
    }

    /** What was confirmed is what was named: if there are other picks by now, they are named first. */
    private Reply cancel(Request request) {
        Poll poll = lookup.poll(request, request.number(0)).orElseThrow(() -> new Rejection("reply.stale"));
        Season season = lookup.seasonOf(request, poll);
        request.requireHost(season);
        if (request.number(1) != total(poll)) {
            return askToCancel(request, season, poll);
        }
        return told(request, season, "byhand.canceled", done(byHand.callOff(poll.id(), request.user())));
    }

    private Reply turn(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        return list(request, season, (int) request.number(1));
    }

    private Reply list(Request request, Season season, int wanted) {
        List<Poll> all = polls.ofSeason(season.id());
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int page = Math.max(0, Math.min(wanted, pages - 1));
        List<Poll> shown = all.subList(page * PAGE, Math.min(all.size(), (page + 1) * PAGE));
        Panels panel = SeasonView.polls(request.words(), season, shown, this::total);
        if (pages > 1) {
            panel.row(
                    Button.secondary(LIST + ":" + season.id() + ":" + (page - 1), "◀")
                            .withDisabled(page == 0),
                    Button.secondary(LIST + ":" + season.id() + ":" + (page + 1), "▶")
                            .withDisabled(page == pages - 1));
        }
        return Reply.of(panel.build());
    }
}
