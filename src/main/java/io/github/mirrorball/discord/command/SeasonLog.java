package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.AuditLog;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season log}: who changed what, page by page, for hosts only. */
final class SeasonLog implements Part {

    private static final int PAGE = 6;
    private static final int LONGEST = 120;

    private final Lookup lookup;
    private final AuditLog audit;

    SeasonLog(Lookup lookup, AuditLog audit) {
        this.lookup = lookup;
        this.audit = audit;
    }

    @Override
    public List<SubcommandData> subcommands() {
        return List.of(
                new SubcommandData("log", "Show who changed what in a season").addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command(
                        "season log", Route.Mode.ANSWER_PRIVATE, request -> page(request, lookup.season(request), 0)),
                Route.suggestion("season log", lookup::suggest),
                Route.component(
                        "season-log",
                        Route.Mode.UPDATE,
                        request -> page(request, lookup.seasonOf(request, 0), (int) request.number(1))));
    }

    private Reply page(Request request, Season season, int wanted) {
        request.requireHost(season);
        int pages = Math.max(1, (audit.size(season.id()) + PAGE - 1) / PAGE);
        int page = Math.max(0, Math.min(wanted, pages - 1));
        List<AuditLog.Entry> entries = audit.entries(season.id(), page * PAGE, PAGE);
        String lines =
                entries.stream().map(entry -> line(request.words(), entry)).collect(Collectors.joining("\n"));
        Panels panel = Panels.of(season.id())
                .headline(Sign.SETTINGS, request.words().text("log.title", Markdown.escape(season.title())))
                .text(lines.isEmpty() ? request.words().text("log.none") : lines);
        if (pages > 1) {
            panel.row(
                    button(season, page - 1, "◀").withDisabled(page == 0),
                    button(season, page + 1, "▶").withDisabled(page == pages - 1));
        }
        return Reply.of(panel.build());
    }

    private static Button button(Season season, int page, String label) {
        return Button.secondary("season-log:" + season.id() + ":" + page, label);
    }

    private static String line(Messages words, AuditLog.Entry entry) {
        return words.text(
                        "log.line",
                        Markdown.moment(entry.at()),
                        "<@" + entry.by() + ">",
                        words.text("log." + entry.what()))
                + told("\n-# ", "−", entry.before())
                + told("\n-# ", "+", entry.after());
    }

    private static String told(String start, String sign, String text) {
        return text.isBlank() ? "" : start + sign + " " + Markdown.escape(Markdown.cut(text, LONGEST));
    }
}
