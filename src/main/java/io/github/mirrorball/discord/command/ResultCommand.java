package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Facts;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Draft;
import io.github.mirrorball.league.Drafts;
import io.github.mirrorball.league.EnterResult;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /result}: form, private preview, and only then a commit; entering again corrects. */
public final class ResultCommand implements Feature {

    private final Lookup lookup;
    private final EnterResult enterResult;
    private final Drafts drafts;
    private final ResultHistory history;
    private final ResultImport files;

    public ResultCommand(
            Lookup lookup, EnterResult enterResult, Drafts drafts, ResultHistory history, ResultImport files) {
        this.lookup = lookup;
        this.enterResult = enterResult;
        this.drafts = drafts;
        this.history = history;
        this.files = files;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("result", "Enter what happened")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(
                        new SubcommandData("enter", "Enter or correct an episode's result")
                                .addOptions(Lookup.episodeOption("Which episode", true), Lookup.seasonOption()),
                        files.definition(),
                        history.definition()));
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(history.routes());
        routes.addAll(files.routes());
        routes.addAll(List.of(
                Route.command("result enter", Route.Mode.MODAL, this::enter),
                Route.suggestion("result enter", lookup::suggest),
                Route.component("result-open", Route.Mode.MODAL, this::open),
                Route.form(ResultForm.PATH, Route.Mode.ANSWER_PRIVATE, this::preview),
                Route.component("result-edit", Route.Mode.MODAL, this::edit),
                Route.component(ResultPreview.READ, Route.Mode.UPDATE, this::resolve),
                Route.component("result-confirm", Route.Mode.UPDATE, this::confirm)));
        return routes;
    }

    private Reply enter(Request request) {
        Season season = lookup.season(request);
        Episode episode = episode(season, request.integer(Lookup.EPISODE).orElse(0));
        return new ResultForm(request, season, episode).open();
    }

    /** The button of the question for a result. */
    private Reply open(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        return new ResultForm(request, season, episode(season, (int) request.number(1))).open();
    }

    private static Episode episode(Season season, int number) {
        return season.episode(number).orElseThrow(() -> new Rejection("fault.episode.unknown", number));
    }

    private Reply preview(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        Episode episode = episode(season, (int) request.number(1));
        return preview(
                request, season, episode, (int) request.number(2), new ResultForm(request, season, episode).read());
    }

    private Reply preview(Request request, Season season, Episode episode, int base, ResultEntry entry) {
        List<Fault> faults = faults(season, episode, entry);
        long draft = drafts.keep(
                new Draft(0, season.id(), episode.number(), base, request.user(), entry.result(), entry.typed()));
        return Reply.of(new ResultPreview(request, season, episode, entry).build(faults, draft));
    }

    private List<Fault> faults(Season season, Episode episode, ResultEntry entry) {
        List<Fault> faults = new ArrayList<>(entry.faults());
        boolean isNobodyAndSomebody =
                entry.result().eliminated().orElse(List.of()).contains(Contestant.NO_ONE);
        if (!isNobodyAndSomebody) {
            faults.addAll(enterResult.faults(season, episode.number(), entry.result()));
        }
        return faults;
    }

    /** The answer to a doubt: the line says from now on what was meant. */
    private Reply resolve(Request request) {
        Draft draft = draft(request);
        Season season = seasonOf(request, draft);
        Episode episode = episode(season, draft.episode());
        ResultForm form = new ResultForm(request, season, episode);
        ResultEntry before = form.read(draft, draft.text());
        int doubt = (int) request.number(1);
        int reading =
                request.chosen().stream().findFirst().map(Integer::parseInt).orElse(0);
        if (doubt >= before.doubts().size()
                || reading >= before.doubts().get(doubt).readings().size()) {
            throw new Rejection("reply.stale");
        }
        drafts.drop(draft.id());
        return preview(request, season, episode, draft.base(), form.read(draft, before.resolve(doubt, reading)));
    }

    private Draft draft(Request request) {
        return drafts.find(request.number(0)).orElseThrow(() -> new Rejection("result.expired"));
    }

    private Season seasonOf(Request request, Draft draft) {
        Season season = lookup.season(request, draft.season()).orElseThrow(() -> new Rejection("result.expired"));
        request.requireHost(season);
        return season;
    }

    private Reply edit(Request request) {
        Draft draft = draft(request);
        Season season = seasonOf(request, draft);
        return new ResultForm(request, season, episode(season, draft.episode()))
                .open(draft.base(), draft.result(), Optional.of(draft.text()));
    }

    private Reply confirm(Request request) {
        Draft draft = draft(request);
        Season season = seasonOf(request, draft);
        Episode episode = episode(season, draft.episode());
        ResultEntry entry = new ResultForm(request, season, episode).read(draft, draft.text());
        if (!entry.faults().isEmpty()) {
            throw new Rejection(entry.faults());
        }
        EnterResult.Answer answer =
                enterResult.enter(season.id(), draft.episode(), draft.base(), draft.result(), request.user());
        if (answer instanceof EnterResult.Answer.Refused refused) {
            throw new Rejection(refused.faults());
        }
        drafts.drop(draft.id());
        return answer instanceof EnterResult.Answer.Overtaken overtaken
                ? overtaken(request, season, draft, overtaken.newest().orElseThrow(() -> new Rejection("reply.stale")))
                : enter(request, season, draft, answer);
    }

    private static Reply enter(Request request, Season season, Draft draft, EnterResult.Answer answer) {
        String named = Wording.episode(request.words(), episode(season, draft.episode()));
        String told = answer instanceof EnterResult.Answer.Entered entered
                ? entered.reveals()
                        .map(at ->
                                request.words().text("result.delayed", named, Markdown.moment(at), Markdown.until(at)))
                        .orElseGet(() -> request.words().text("result.entered", named))
                : "";
        return Reply.of(Panels.of(season.id())
                .text(told)
                .text(Facts.of(request.words(), season, draft.result()))
                .build());
    }

    private static Reply overtaken(Request request, Season season, Draft draft, ResultVersion newest) {
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                        .text(
                                "result.overtaken",
                                Wording.episode(request.words(), episode(season, draft.episode())),
                                "<@" + newest.by() + ">"))
                .text(Facts.of(request.words(), season, newest.result()))
                .build());
    }
}
