package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.JoinClub;
import io.github.mirrorball.poll.Club;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /club}: named groups of fans inside a server, which the standings can be narrowed to. */
public final class ClubCommand implements Feature {

    private static final String NAME = "name";

    private final ClubLookup clubs;
    private final JoinClub membership;

    public ClubCommand(ClubLookup clubs, JoinClub membership) {
        this.clubs = clubs;
        this.membership = membership;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("club", "Compare yourself with a group of your own")
                .setContexts(InteractionContextType.GUILD)
                .addSubcommands(
                        new SubcommandData("create", "Found a club and invite to it")
                                .addOptions(new OptionData(OptionType.STRING, NAME, "What it is called", true)
                                        .setMaxLength(Club.LONGEST_NAME)),
                        new SubcommandData("join", "Join a club").addOptions(ClubLookup.option("Which club", true)),
                        new SubcommandData("leave", "Leave your club"),
                        new SubcommandData("list", "List this server's clubs")));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("club create", Route.Mode.ANSWER_PUBLIC, this::create),
                Route.command("club join", Route.Mode.ANSWER_PRIVATE, this::join),
                Route.suggestion("club join", clubs::suggest),
                Route.command("club leave", Route.Mode.ANSWER_PRIVATE, this::leave),
                Route.command("club list", Route.Mode.ANSWER_PRIVATE, this::list),
                Route.component("club-join", Route.Mode.ANSWER_PRIVATE, this::joinByButton));
    }

    private Reply create(Request request) {
        String name = Markdown.plain(request.text(NAME).orElse(""));
        if (name.isEmpty() || name.length() > Club.LONGEST_NAME) {
            throw new Rejection("club.name", Club.LONGEST_NAME);
        }
        Club club = joinClub(membership.createClub(request.voter(), name), "club.tooMany", JoinClub.MOST_CLUBS);
        return Reply.of(Panels.plain()
                .headline(Sign.CROWD, request.words().text("club.founded", Markdown.escape(club.name())))
                .text(request.words().text("club.invitation"))
                .row(Button.primary("club-join:" + club.id(), request.words().text("club.joinButton")))
                .build());
    }

    private Reply join(Request request) {
        return join(
                request,
                clubs.named(request)
                        .orElseThrow(() -> new Rejection("club.unknown"))
                        .id());
    }

    private Reply joinByButton(Request request) {
        return join(request, request.number(0));
    }

    private Reply join(Request request, long id) {
        Club club = joinClub(membership.join(request.voter(), id), "club.full", JoinClub.MOST_MEMBERS);
        return said(request, "club.joined", club);
    }

    /** The club, if they are in it now; otherwise a sentence that says why not. */
    private static Club joinClub(JoinClub.Answer answer, String full, int most) {
        if (answer instanceof JoinClub.Answer.Joined joined) {
            return joined.club();
        }
        if (answer instanceof JoinClub.Answer.Already already) {
            throw new Rejection("club.already", Markdown.escape(already.club().name()));
        }
        if (answer instanceof JoinClub.Answer.Full) {
            throw new Rejection(full, most);
        }
        throw new Rejection(answer instanceof JoinClub.Answer.NameTaken ? "club.nameTaken" : "club.unknown");
    }

    private Reply leave(Request request) {
        if (membership.leave(request.voter()) instanceof JoinClub.Answer.Left left) {
            return said(request, "club.left", left.club());
        }
        throw new Rejection("club.inNone");
    }

    private Reply list(Request request) {
        String lines = clubs.all(request).stream()
                .map(club -> request.words().text("club.line", Markdown.escape(club.name()), club.members()))
                .collect(Collectors.joining("\n"));
        return Reply.of(Panels.plain()
                .headline(Sign.CROWD, request.words().text("club.title"))
                .text(lines.isEmpty() ? request.words().text("club.noClubs") : lines)
                .build());
    }

    private static Reply said(Request request, String key, Club club) {
        return Reply.of(Panels.notice(request.words().text(key, Markdown.escape(club.name()))));
    }
}
