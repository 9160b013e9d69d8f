package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.EraseFan;
import io.github.mirrorball.league.FanExport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.FileUpload;

/**
 * {@code /privacy}: what is kept of a fan, all of it as a file, and away with it. In a server it is about that server; in direct messages about
 * all, for whoever can no longer use commands in theirs.
 */
public final class PrivacyCommand implements Feature {

    private static final String ERASE = "privacy-erase";
    private static final String KEEP = "privacy-keep";

    private final FanExport keptOfFan;
    private final EraseFan eraseFan;
    private final Sessions sessions;

    public PrivacyCommand(FanExport keptOfFan, EraseFan eraseFan, Sessions sessions) {
        this.keptOfFan = keptOfFan;
        this.eraseFan = eraseFan;
        this.sessions = sessions;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("privacy", "What is kept of you, and how to take it away")
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .addSubcommands(
                        new SubcommandData("about", "What is kept of you, why, and how long"),
                        new SubcommandData("export", "Get everything that is kept of you here as a file"),
                        new SubcommandData("erase", "Erase you and your picks from this server")));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("privacy about", Route.Mode.ANSWER_PRIVATE, PrivacyCommand::about),
                Route.command("privacy export", Route.Mode.ANSWER_PRIVATE, this::export),
                Route.command("privacy erase", Route.Mode.ANSWER_PRIVATE, this::ask),
                Route.component(ERASE, Route.Mode.UPDATE, this::erase),
                Route.component(KEEP, Route.Mode.UPDATE, request -> told(request, "privacy.kept")));
    }

    private static Reply about(Request request) {
        return Reply.of(Panels.plain()
                .headline(
                        Sign.PRIVACY,
                        request.words().text("privacy.title"),
                        request.words().text("privacy.about"))
                .line()
                .text(request.words().text("privacy.how"))
                .hint(request.words().text("privacy.afterErase"))
                .build());
    }

    private Reply export(Request request) {
        List<FanExport.Kept> all = kept(request);
        if (all.isEmpty()) {
            throw new Rejection(whyNone(request, true));
        }
        return request.isDirect()
                ? exported(
                        request.words().text("privacy.exportedAnywhere", all.size(), count(request, all)),
                        PrivacyFile.of(request.user(), all))
                : exported(
                        request.words().text("privacy.exported", count(request, all)),
                        PrivacyFile.of(request.user(), all.get(0)));
    }

    private static Reply exported(String sentence, FileUpload file) {
        return Reply.of(Panels.plain().text(sentence).file(file).build());
    }

    private Reply ask(Request request) {
        List<FanExport.Kept> all = kept(request);
        List<FanExport.Kept> erasable =
                all.stream().filter(FanExport.Kept::isErasable).toList();
        if (erasable.isEmpty()) {
            throw new Rejection(whyNone(request, all.isEmpty()));
        }
        String count = count(request, erasable);
        return request.isDirect()
                ? asked(request, "privacy.sureTitleAnywhere", "privacy.sureAnywhere", erasable.size(), count)
                : asked(request, "privacy.sureTitle", "privacy.sure", count);
    }

    private static String whyNone(Request request, boolean isNothing) {
        if (request.isDirect()) {
            return isNothing ? "privacy.nothingAnywhere" : "privacy.nothingButHostAnywhere";
        }
        return isNothing ? "privacy.nothing" : "privacy.nothingButHost";
    }

    private static Reply asked(Request request, String title, String question, Object... about) {
        return Reply.of(Panels.plain()
                .headline(
                        Sign.PRIVACY,
                        request.words().text(title),
                        request.words().text(question, about))
                .text(request.words().text("privacy.stays"))
                .row(
                        Button.danger(ERASE, request.words().text("privacy.erase")),
                        Button.secondary(KEEP, request.words().text("privacy.keep")))
                .build());
    }

    /** What is kept here, or in direct messages everywhere, server by server. */
    private List<FanExport.Kept> kept(Request request) {
        return request.isDirect()
                ? keptOfFan.everywhere(request.user())
                : Stream.of(keptOfFan.of(request.server(), request.user()))
                        .filter(kept -> !kept.isEmpty())
                        .toList();
    }

    /** Whoever presses the button erases themselves, whoever's message it stands on. */
    private Reply erase(Request request) {
        List<Long> servers = request.isDirect()
                ? keptOfFan.everywhere(request.user()).stream()
                        .map(FanExport.Kept::server)
                        .toList()
                : List.of(request.server());
        List<EraseFan.Erased> erased = servers.stream()
                .map(server -> eraseFan.erase(server, request.user(), this::maySweep))
                .toList();
        String count = count(
                request,
                erased.stream().mapToInt(EraseFan.Erased::picks).sum(),
                erased.stream().mapToInt(EraseFan.Erased::seasons).sum());
        String key = request.isDirect() ? "privacy.erasedAnywhere" : "privacy.erased";
        return Reply.of(Panels.notice(
                request.words().text(key, count) + "\n" + request.words().text("privacy.stays")));
    }

    /** A channel that this process does not see may be of a server that another one looks after, which tries and finds out. */
    private boolean maySweep(long id) {
        GuildMessageChannel channel = sessions.channel(GuildMessageChannel.class, id);
        return channel == null || channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_MANAGE);
    }

    private static Reply told(Request request, String key, Object... args) {
        return Reply.of(Panels.notice(request.words().text(key, args)));
    }

    private static String count(Request request, List<FanExport.Kept> all) {
        return count(
                request,
                all.stream().mapToInt(FanExport.Kept::picks).sum(),
                all.stream().mapToInt(FanExport.Kept::playedSeasons).sum());
    }

    private static String count(Request request, int picks, int seasons) {
        return request.words().text("privacy.count", picks, seasons);
    }
}
