package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Facts;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.StandingsView;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Corrections;
import java.util.List;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** What was entered before: the versions of a result for hosts, and for everyone whose points a correction changed. */
public final class ResultHistory {

    private static final int VERSIONS = 4;
    private static final int CHANGES = 25;

    private final Lookup lookup;
    private final Seasons seasons;
    private final Corrections corrections;

    public ResultHistory(Lookup lookup, Seasons seasons, Corrections corrections) {
        this.lookup = lookup;
        this.seasons = seasons;
        this.corrections = corrections;
    }

    SubcommandData definition() {
        return new SubcommandData("history", "Show who entered what as an episode's result, and when")
                .addOptions(Lookup.episodeOption("Which episode", true), Lookup.seasonOption());
    }

    List<Route> routes() {
        return List.of(
                Route.command("result history", Route.Mode.ANSWER_PRIVATE, this::first),
                Route.suggestion("result history", lookup::suggest),
                Route.component("history", Route.Mode.UPDATE, this::turn),
                Route.component("correction", Route.Mode.ANSWER_PRIVATE, request -> changes(request, 0)),
                Route.component(
                        "correction-page", Route.Mode.UPDATE, request -> changes(request, (int) request.number(3))));
    }

    private Reply first(Request request) {
        Season season = lookup.season(request);
        return page(request, season, request.integer(Lookup.EPISODE).orElse(0), 0);
    }

    private Reply turn(Request request) {
        return page(request, lookup.seasonOf(request, 0), (int) request.number(1), (int) request.number(2));
    }

    private Reply page(Request request, Season season, int number, int wanted) {
        request.requireHost(season);
        Episode episode = Lookup.episode(season, number);
        List<ResultVersion> versions = seasons.history(season.id(), number);
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.RESULT, request.words().text("history.title", Wording.episode(request.words(), episode)));
        if (versions.isEmpty()) {
            return Reply.of(panel.text(request.words().text("history.none")).build());
        }
        int page = Math.max(0, Math.min(wanted, (versions.size() - 1) / VERSIONS));
        versions.stream()
                .skip((long) page * VERSIONS)
                .limit(VERSIONS)
                .forEach(version -> panel.line().text(version(request, season, number, version)));
        addPages(panel, "history:" + season.id() + ":" + number, page, VERSIONS, versions.size());
        return Reply.of(panel.build());
    }

    private String version(Request request, Season season, int number, ResultVersion version) {
        String heading = request.words()
                .text("history.version", version.version(), Markdown.moment(version.at()), "<@" + version.by() + ">");
        boolean waits = version.equals(season.pending().get(number));
        String changed = version.version() == 1
                ? ""
                : "\n-# "
                        + request.words()
                                .text(
                                        "correction.title",
                                        corrections.size(
                                                new Corrections.Version(season.id(), number, version.version())));
        return heading
                + (waits ? "\n" + request.words().text("history.waits", Markdown.moment(version.reveals())) : "")
                + "\n" + Markdown.cut(Facts.of(request.words(), season, version.result()), 700) + changed;
    }

    private Reply changes(Request request, int wanted) {
        Season season = lookup.seasonOf(request, 0);
        Episode episode = Lookup.episode(season, (int) request.number(1));
        Corrections.Version version = new Corrections.Version(season.id(), episode.number(), (int) request.number(2));
        int all = corrections.size(version);
        int page = Math.max(0, Math.min(wanted, (all - 1) / CHANGES));
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.CORRECTION,
                        request.words().text("result.corrected", Wording.episode(request.words(), episode)),
                        request.words().text("correction.title", all))
                .text(StandingsView.changes(request.words(), corrections.page(version, page * CHANGES, CHANGES)));
        String id = "correction-page:" + season.id() + ":" + episode.number() + ":" + version.version();
        addPages(panel, id, page, CHANGES, all);
        return Reply.of(panel.build());
    }

    private static void addPages(Panels panel, String id, int page, int size, int all) {
        if (all > size) {
            panel.row(
                    Button.secondary(id + ":" + (page - 1), "◀").withDisabled(page == 0),
                    Button.secondary(id + ":" + (page + 1), "▶").withDisabled((page + 1) * size >= all));
        }
    }
}
