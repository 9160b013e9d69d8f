package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.league.CastEdits;
import io.github.mirrorball.league.Change;
import io.github.mirrorball.league.Edit;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /contestant}: who is in the season. */
public final class ContestantCommand implements Feature {

    private static final int LONGEST_NAME = 60;
    private static final String NAME = "name";
    private static final String PARTNER = "partner";
    private static final String EMOJI = "emoji";
    private static final String NONE = "none";

    private final Lookup lookup;
    private final EmojiChoice choice;
    private final EditSeason editSeason;

    public ContestantCommand(Lookup lookup, EmojiChoice choice, EditSeason editSeason) {
        this.lookup = lookup;
        this.choice = choice;
        this.editSeason = editSeason;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("contestant", "Say who is in a season")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(
                        new SubcommandData("add", "Add a contestant")
                                .addOptions(
                                        new OptionData(
                                                OptionType.STRING,
                                                NAME,
                                                "The name that everyone knows; several with commas between",
                                                true),
                                        text(PARTNER, "The other half of the couple", false),
                                        text(EMOJI, "The emoji that picks them; a letter if there is none", false),
                                        Lookup.seasonOption()),
                        new SubcommandData("edit", "Change a contestant's name, partner or emoji")
                                .addOptions(
                                        Lookup.contestantOption(),
                                        text(NAME, "The name from now on", false),
                                        text(PARTNER, "The partner from now on; none takes it away", false),
                                        text(EMOJI, "The emoji from now on; none takes it away", false),
                                        Lookup.seasonOption()),
                        new SubcommandData("withdraw", "Say that a contestant has left without being eliminated")
                                .addOptions(Lookup.contestantOption(), Lookup.seasonOption()),
                        new SubcommandData("remove", "Remove a contestant whom nobody could pick yet")
                                .addOptions(Lookup.contestantOption(), Lookup.seasonOption()),
                        new SubcommandData("return", "Undo a withdrawal")
                                .addOptions(Lookup.contestantOption(), Lookup.seasonOption()),
                        new SubcommandData("list", "List who is in, and who is out")
                                .addOptions(Lookup.seasonOption())));
    }

    private static OptionData text(String name, String description, boolean required) {
        return new OptionData(OptionType.STRING, name, description, required).setMaxLength(LONGEST_NAME);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("contestant add", Route.Mode.ANSWER_PRIVATE, this::add),
                Route.suggestion("contestant add", lookup::suggest),
                Route.command("contestant edit", Route.Mode.ANSWER_PRIVATE, this::edit),
                Route.suggestion("contestant edit", lookup::suggest),
                Route.command("contestant withdraw", Route.Mode.ANSWER_PRIVATE, this::ask),
                Route.suggestion("contestant withdraw", lookup::suggest),
                Route.component("contestant-withdraw", Route.Mode.UPDATE, this::withdraw),
                Route.command("contestant remove", Route.Mode.ANSWER_PRIVATE, this::remove),
                Route.suggestion("contestant remove", lookup::suggest),
                Route.command("contestant return", Route.Mode.ANSWER_PRIVATE, this::bringBack),
                Route.suggestion("contestant return", lookup::suggest),
                Route.command("contestant list", Route.Mode.ANSWER_PRIVATE, this::list),
                Route.suggestion("contestant list", lookup::suggest));
    }

    private Reply add(Request request) {
        Season season = lookup.season(request);
        List<CastEdits.Newcomer> newcomers = newcomers(request);
        if (request.text(EMOJI).isPresent()) {
            Season would = Changes.made(editSeason.preview(season, CastEdits.add(newcomers)))
                    .season();
            Contestant who = would.cast().get(would.cast().size() - 1);
            newcomers = List.of(new CastEdits.Newcomer(
                    who.name(),
                    who.partner(),
                    choice.checked(request, season, who).emoji()));
        }
        Season after = made(request, season, CastEdits.add(newcomers));
        List<Contestant> added = after.cast()
                .subList(after.cast().size() - newcomers.size(), after.cast().size());
        if (added.size() == 1) {
            return told(request, after, "contestant.added", added.get(0));
        }
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                        .text(
                                "contestant.addedAll",
                                added.stream()
                                        .map(who -> Markdown.escape(who.label()))
                                        .collect(Collectors.joining("\n- ", "\n- ", "")),
                                after.cast().size()))
                .build());
    }

    /** One with everything that was given, or several of whom the names alone were typed. */
    private static List<CastEdits.Newcomer> newcomers(Request request) {
        String name = request.text(NAME).map(String::strip).orElse("");
        Optional<String> partner = request.text(PARTNER).map(String::strip);
        Optional<String> emoji = request.text(EMOJI).map(String::strip);
        return partner.isPresent() || emoji.isPresent()
                ? List.of(new CastEdits.Newcomer(name, partner, emoji))
                : CastList.read(name);
    }

    private Season made(Request request, Season season, Edit edit) {
        return Changes.made(editSeason.edit(season.id(), request.user(), edit)).season();
    }

    private static Reply told(Request request, Season season, String key, Contestant who) {
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                        .text(key, Markdown.escape(who.label()), season.cast().size()))
                .build());
    }

    private Reply edit(Request request) {
        Season season = lookup.season(request);
        Contestant before = Lookup.contestant(request, season);
        Contestant after = new Contestant(
                before.id(),
                request.text(NAME).map(String::strip).orElse(before.name()),
                changed(request.text(PARTNER), before.partner()),
                changed(request.text(EMOJI), before.emoji()));
        if (request.text(EMOJI).isPresent()) {
            Changes.made(editSeason.preview(season, CastEdits.replace(after)));
            after = choice.checked(request, season, after);
        }
        return told(request, made(request, season, CastEdits.replace(after)), "contestant.edited", after);
    }

    private static Optional<String> changed(Optional<String> given, Optional<String> before) {
        return given.isEmpty() ? before : given.map(String::strip).filter(text -> !text.equalsIgnoreCase(NONE));
    }

    private Reply ask(Request request) {
        Season season = lookup.season(request);
        return ask(request, season, Lookup.contestant(request, season));
    }

    private Reply ask(Request request, Season season, Contestant who) {
        Change.Made would = Changes.made(editSeason.preview(season, CastEdits.withdraw(who.id(), request.user())));
        EditSeason.Voided voided = editSeason.voided(season, would.season());
        return Reply.of(Panels.of(season.id())
                .text(request.words().text("contestant.withdraw.ask", Markdown.escape(who.label()), voided.picks()))
                .text(voided.sealed() ? request.words().text("contestant.withdraw.secret") : "")
                .row(Button.danger(
                        "contestant-withdraw:" + season.id() + ":" + who.id() + ":" + voided.picks(),
                        request.words().text("contestant.withdraw.confirm")))
                .build());
    }

    /** What was confirmed is what was named: where more picks are at stake by now, it is asked for again. */
    private Reply withdraw(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        Contestant who = season.contestant(request.arguments().get(1)).orElseThrow(() -> new Rejection("reply.stale"));
        Edit edit = CastEdits.withdraw(who.id(), request.user());
        Change.Made would = Changes.made(editSeason.preview(season, edit));
        if (editSeason.voided(season, would.season()).picks() != request.number(2)) {
            return ask(request, season, who);
        }
        return told(request, made(request, season, edit), "contestant.withdrew", who);
    }

    private Reply remove(Request request) {
        Season season = lookup.season(request);
        Contestant who = Lookup.contestant(request, season);
        return told(request, made(request, season, CastEdits.remove(who.id())), "contestant.removed", who);
    }

    private Reply bringBack(Request request) {
        Season season = lookup.season(request);
        Contestant who = Lookup.contestant(request, season);
        Season after = made(request, season, CastEdits.bringBack(who.id(), request.user()));
        return told(request, after, "contestant.returned", who);
    }

    private Reply list(Request request) {
        return Reply.of(SeasonView.cast(lookup.season(request), request.words()));
    }
}
