package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.EraseFan;
import io.github.mirrorball.league.FanExport;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /privacy}: what is kept of a fan, all of it as a file, and away with it. */
public final class PrivacyCommand implements Feature {

    private static final String ERASE = "privacy-erase";
    private static final String KEEP = "privacy-keep";

    private final FanExport keptOfFan;
    private final EraseFan eraseFan;

    public PrivacyCommand(FanExport keptOfFan, EraseFan eraseFan) {
        this.keptOfFan = keptOfFan;
        this.eraseFan = eraseFan;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("privacy", "What is kept of you, and how to take it away")
                .setContexts(InteractionContextType.GUILD)
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
        FanExport.Kept kept = keptOfFan.of(request.server(), request.user());
        if (!kept.isErasable() && kept.seasons().isEmpty()) {
            throw new Rejection("privacy.nothing");
        }
        return Reply.of(Panels.plain()
                .text(request.words().text("privacy.exported", count(request, kept.picks(), kept.playedSeasons())))
                .file(PrivacyFile.of(request.server(), request.user(), kept))
                .build());
    }

    private Reply ask(Request request) {
        FanExport.Kept kept = keptOfFan.of(request.server(), request.user());
        if (!kept.isErasable()) {
            throw new Rejection(kept.seasons().isEmpty() ? "privacy.nothing" : "privacy.nothingButHost");
        }
        return Reply.of(Panels.plain()
                .headline(
                        Sign.PRIVACY,
                        request.words().text("privacy.sureTitle"),
                        request.words().text("privacy.sure", count(request, kept.picks(), kept.playedSeasons())))
                .row(
                        Button.danger(ERASE, request.words().text("privacy.erase")),
                        Button.secondary(KEEP, request.words().text("privacy.keep")))
                .build());
    }

    /** Whoever presses the button erases themselves, whoever's message it stands on. */
    private Reply erase(Request request) {
        EraseFan.Erased erased =
                eraseFan.erase(request.server(), request.user(), channel -> maySweep(request, channel));
        return told(request, "privacy.erased", count(request, erased.picks(), erased.seasons()));
    }

    private static boolean maySweep(Request request, long channel) {
        return Optional.ofNullable(request.guild().getChannelById(GuildMessageChannel.class, channel))
                .filter(known -> request.guild().getSelfMember().hasPermission(known, Permission.MESSAGE_MANAGE))
                .isPresent();
    }

    private static Reply told(Request request, String key, Object... args) {
        return Reply.of(Panels.notice(request.words().text(key, args)));
    }

    private static String count(Request request, int picks, int seasons) {
        return request.words().text("privacy.count", picks, seasons);
    }
}
