package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.StandingsView;
import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /standings}: who leads, page by page, with one's own row always shown. */
public final class StandingsCommand implements Feature {

    private static final int PAGE = 15;

    private final Lookup lookup;
    private final Standings standings;
    private final Fans fans;

    public StandingsCommand(Lookup lookup, Standings standings, Fans fans) {
        this.lookup = lookup;
        this.standings = standings;
        this.fans = fans;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("standings", "Show who leads the season")
                .setContexts(InteractionContextType.GUILD)
                .addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command(
                        "standings", Route.Mode.ANSWER_PRIVATE, request -> page(request, lookup.season(request), 0)),
                Route.suggestion("standings", lookup::suggest),
                Route.component(
                        "standings",
                        Route.Mode.UPDATE,
                        request -> page(request, lookup.seasonOf(request, 0), (int) request.number(1))));
    }

    private Reply page(Request request, Season season, int wanted) {
        int pages = Math.max(1, (standings.size(season.id()) + PAGE - 1) / PAGE);
        int page = Math.max(0, Math.min(wanted, pages - 1));
        List<Standing> rows = standings.page(season.id(), page * PAGE, PAGE);
        Panels panel = Panels.of(season.id())
                .text("### " + request.words().text("standings.title") + " · " + Markdown.escape(season.title()))
                .text(
                        rows.isEmpty()
                                ? request.words().text("standings.none")
                                : StandingsView.rows(request.words(), rows));
        own(request, season, rows).ifPresent(mine -> panel.line().text(mine));
        if (pages > 1) {
            panel.row(
                    button(season, page - 1, "◀").withDisabled(page == 0),
                    button(season, page + 1, "▶").withDisabled(page == pages - 1));
        }
        return Reply.of(panel.build());
    }

    private static Button button(Season season, int page, String label) {
        return Button.secondary("standings:" + season.id() + ":" + page, label);
    }

    private Optional<String> own(Request request, Season season, List<Standing> shown) {
        return fans.find(request.server(), request.user())
                .flatMap(fan -> standings.of(season.id(), fan.id()))
                .filter(mine -> shown.stream().noneMatch(row -> row.fan() == mine.fan()))
                .map(mine -> StandingsView.row(request.words(), mine));
    }
}
