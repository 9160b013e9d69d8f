package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.AuditLog;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season log}: who changed what, page by page, for hosts only. */
final class SeasonLog implements Part {

    private static final int PAGE = 6;
    private static final int LONGEST = 120;

    private final Lookup lookup;
    private final AuditLog audit;
    private final Fans fans;

    SeasonLog(Lookup lookup, AuditLog audit, Fans fans) {
        this.lookup = lookup;
        this.audit = audit;
        this.fans = fans;
    }

    @Override
    public List<SubcommandData> subcommands() {
        return List.of(
                new SubcommandData("log", "Show who changed what in a season").addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season log", Route.Mode.ANSWER_PRIVATE, this::first),
                Route.suggestion("season log", lookup::suggest),
                Route.component(
                        "season-log",
                        Route.Mode.UPDATE,
                        request -> page(request, lookup.seasonOf(request, 0), (int) request.number(1))));
    }

    /** Without a season also what belongs to none, such as that one was deleted. */
    private Reply first(Request request) {
        List<AuditLog.Entry> entries =
                request.text(Lookup.SEASON).isPresent() ? List.of() : audit.inServer(request.server(), PAGE);
        if (entries.isEmpty()) {
            return page(request, lookup.season(request), 0);
        }
        Container ofServer = Panels.plain()
                .headline(Sign.SETTINGS, request.words().text("log.server"))
                .text(lines(request.words(), entries))
                .build();
        return lookup.onlySeason(request)
                .map(season -> Reply.of(panel(request, season, 0), ofServer))
                .orElseGet(() -> Reply.of(ofServer));
    }

    private String lines(Messages words, List<AuditLog.Entry> entries) {
        return entries.stream().map(entry -> line(words, entry)).collect(Collectors.joining("\n"));
    }

    private Reply page(Request request, Season season, int wanted) {
        return Reply.of(panel(request, season, wanted));
    }

    private Container panel(Request request, Season season, int wanted) {
        request.requireHost(season);
        int pages = Math.max(1, (audit.size(season.id()) + PAGE - 1) / PAGE);
        int page = Math.max(0, Math.min(wanted, pages - 1));
        List<AuditLog.Entry> entries = audit.entries(season.id(), page * PAGE, PAGE);
        String lines = lines(request.words(), entries);
        Panels panel = Panels.of(season.id())
                .headline(Sign.SETTINGS, request.words().text("log.title", Markdown.escape(season.title())))
                .text(lines.isEmpty() ? request.words().text("log.none") : lines);
        if (pages > 1) {
            panel.row(
                    button(season, page - 1, "◀").withDisabled(page == 0),
                    button(season, page + 1, "▶").withDisabled(page == pages - 1));
        }
        return panel.build();
    }

    private static Button button(Season season, int page, String label) {
        return Button.secondary("season-log:" + season.id() + ":" + page, label);
    }

    private String line(Messages words, AuditLog.Entry entry) {
        return words.text(
                        "log.line",
                        Markdown.moment(entry.at()),
                        "<@" + entry.by() + ">",
                        words.text("log." + entry.what()))
                + told("\n-# ", "−", named(entry, entry.before()))
                + told("\n-# ", "+", named(entry, entry.after()));
    }

    /** Fans are noted by their numbers; one who was erased has no name any more. */
    private String named(AuditLog.Entry entry, String text) {
        boolean isFan = entry.what().startsWith("fan.") && !text.isEmpty();
        return isFan
                ? fans.all(List.of(Long.parseLong(text))).stream()
                        .findFirst()
                        .map(Fan::name)
                        .orElse("…")
                : text;
    }

    private static String told(String start, String sign, String text) {
        return text.isBlank() ? "" : start + sign + " " + Markdown.escape(Markdown.cut(text, LONGEST));
    }
}
