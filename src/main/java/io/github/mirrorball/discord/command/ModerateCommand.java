package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Moderate;
import io.github.mirrorball.poll.Club;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.show.Season;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /moderate}: clubs' names and fans' places in the rows, for hosts. Not under {@code /club}, which is everyone's. */
public final class ModerateCommand implements Feature {

    private static final String FAN = "fan";
    private static final String NAME = "name";
    private static final String REMOVE = "moderate-remove";
    private static final int MOST_CHOICES = 25;

    private final Lookup lookup;
    private final ClubLookup clubs;
    private final Fans fans;
    private final Moderate moderate;

    public ModerateCommand(Lookup lookup, ClubLookup clubs, Fans fans, Moderate moderate) {
        this.lookup = lookup;
        this.clubs = clubs;
        this.fans = fans;
        this.moderate = moderate;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("moderate", "Look after the names of clubs and fans")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(
                        new SubcommandData("rename-club", "Give a club another name")
                                .addOptions(
                                        ClubLookup.option("Which club", true),
                                        new OptionData(OptionType.STRING, NAME, "Its new name", true)
                                                .setMaxLength(Club.LONGEST_NAME)),
                        new SubcommandData("remove-club", "Remove a club")
                                .addOptions(ClubLookup.option("Which club", true)),
                        new SubcommandData("hide-fan", "Take a fan out of a season's standings")
                                .addOptions(fan(), Lookup.seasonOption()),
                        new SubcommandData("show-fan", "Put a fan back into a season's standings")
                                .addOptions(fan(), Lookup.seasonOption())));
    }

    private static OptionData fan() {
        return new OptionData(OptionType.STRING, FAN, "Which fan", true, true);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("moderate rename-club", Route.Mode.ANSWER_PRIVATE, this::rename),
                Route.suggestion("moderate rename-club", clubs::suggest),
                Route.command("moderate remove-club", Route.Mode.ANSWER_PRIVATE, this::ask),
                Route.suggestion("moderate remove-club", clubs::suggest),
                Route.component(REMOVE, Route.Mode.UPDATE, this::remove),
                Route.command("moderate hide-fan", Route.Mode.ANSWER_PRIVATE, request -> hide(request, true)),
                Route.suggestion("moderate hide-fan", request -> suggest(request, false)),
                Route.command("moderate show-fan", Route.Mode.ANSWER_PRIVATE, request -> hide(request, false)),
                Route.suggestion("moderate show-fan", request -> suggest(request, true)));
    }

    private Club club(Request request) {
        return clubs.named(request).orElseThrow(() -> new Rejection("club.unknown"));
    }

    private Reply rename(Request request) {
        Club club = club(request);
        String name = Markdown.plain(request.text(NAME).orElse(""));
        if (name.isEmpty() || name.length() > Club.LONGEST_NAME) {
            throw new Rejection("club.name", Club.LONGEST_NAME);
        }
        boolean renamed =
                moderate.rename(club.id(), name, request.user()).orElseThrow(() -> new Rejection("club.unknown"));
        if (!renamed) {
            throw new Rejection("club.nameTaken");
        }
        return told(request, "moderate.renamed", Markdown.escape(club.name()), Markdown.escape(name));
    }

    private Reply ask(Request request) {
        Club club = club(request);
        return Reply.of(Panels.plain()
                .text(request.words().text("moderate.ask", Markdown.escape(club.name()), club.members()))
                .row(Button.danger(REMOVE + ":" + club.id(), request.words().text("moderate.remove")))
                .build());
    }

    private Reply remove(Request request) {
        request.requireHost();
        Club club = clubs.find(request, request.number(0));
        if (!moderate.remove(club.id(), request.user())) {
            throw new Rejection("club.unknown");
        }
        return told(request, "moderate.removed", Markdown.escape(club.name()));
    }

    private Reply hide(Request request, boolean away) {
        Season season = lookup.season(request);
        Fan fan = request.text(FAN)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(id -> fans.all(List.of(Long.parseLong(id))).stream().findFirst())
                .filter(known -> known.server() == request.server())
                .orElseThrow(() -> new Rejection("moderate.noFan"));
        boolean changed = moderate.hide(season.id(), fan, away, request.user());
        String done = away ? "moderate.hidden" : "moderate.shown";
        String already = away ? "moderate.hiddenAlready" : "moderate.shownAlready";
        return told(request, changed ? done : already, Markdown.escape(fan.name()), Markdown.escape(season.title()));
    }

    /** Whoever is out is suggested to be put back. */
    private Reply suggest(Request request, boolean out) {
        if (!request.typing().option().equals(FAN)) {
            return lookup.suggest(request);
        }
        String typed = request.typing().soFar();
        Collection<Fan> found = out
                ? fans.all(fans.hidden(lookup.season(request).id()))
                : fans.search(request.server(), typed, MOST_CHOICES);
        return new Reply.Choices(found.stream()
                .filter(fan -> fan.name().toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                .limit(MOST_CHOICES)
                .map(fan -> new Command.Choice(label(fan), Long.toString(fan.id())))
                .toList());
    }

    /** A name may have nothing to show. */
    private static String label(Fan fan) {
        String name = Markdown.cut(Markdown.plain(fan.name()), Command.Choice.MAX_NAME_LENGTH);
        return name.isBlank() ? Long.toString(fan.id()) : name;
    }

    private static Reply told(Request request, String key, Object... args) {
        return Reply.of(Panels.notice(request.words().text(key, args)));
    }
}
