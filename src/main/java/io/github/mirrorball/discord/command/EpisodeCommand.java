package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Edit;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.EpisodeEdits;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /episode}: a season's episodes, one by one or as a series. */
public final class EpisodeCommand implements Feature {

    private final Lookup lookup;
    private final EditSeason editSeason;

    public EpisodeCommand(Lookup lookup, EditSeason editSeason) {
        this.lookup = lookup;
        this.editSeason = editSeason;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("episode", "Say what airs when, and what is asked")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(
                        new SubcommandData("add", "Add an episode, or a whole series of them")
                                .addOptions(EpisodeOptions.ofAdding()),
                        new SubcommandData("edit", "Change an episode; its polls move with it")
                                .addOptions(EpisodeOptions.ofEditing()),
                        new SubcommandData("remove", "Remove an episode that nobody could pick in yet")
                                .addOptions(Lookup.episodeOption(), Lookup.seasonOption()),
                        new SubcommandData("list", "List a season's episodes").addOptions(Lookup.seasonOption())));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("episode add", Route.Mode.ANSWER_PRIVATE, this::add),
                Route.suggestion("episode add", lookup::suggest),
                Route.command("episode edit", Route.Mode.ANSWER_PRIVATE, this::edit),
                Route.suggestion("episode edit", lookup::suggest),
                Route.command("episode remove", Route.Mode.ANSWER_PRIVATE, this::remove),
                Route.suggestion("episode remove", lookup::suggest),
                Route.command("episode list", Route.Mode.ANSWER_PRIVATE, this::list),
                Route.suggestion("episode list", lookup::suggest));
    }

    private Reply add(Request request) {
        Season season = lookup.season(request);
        List<Episode> episodes = EpisodeOptions.added(request, season, lookup);
        made(request, season, EpisodeEdits.add(episodes));
        Episode first = episodes.get(0);
        return told(request, season, "episode.added", first, episodes.size());
    }

    private Season made(Request request, Season season, Edit edit) {
        return Changes.made(editSeason.edit(season.id(), request.user(), edit)).season();
    }

    private static Reply told(Request request, Season season, String key, Episode episode, int count) {
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                        .text(
                                key,
                                Wording.episode(request.words(), episode),
                                Markdown.moment(episode.airs(season.zone())),
                                count))
                .build());
    }

    private Reply edit(Request request) {
        Season season = lookup.season(request);
        Episode after = EpisodeOptions.edited(request, lookup.episode(request, season), lookup);
        List<Poll> before = lookup.polls(season, after);
        made(request, season, EpisodeEdits.replace(after));
        long staying = before.stream().filter(poll -> stays(season, poll)).count();
        String polls = staying == 0 ? "move" : staying == before.size() ? "stay" : "some";
        return Reply.of(Panels.of(season.id())
                .text(request.words()
                                .text(
                                        "episode.edited",
                                        Wording.episode(request.words(), after),
                                        Markdown.moment(after.airs(season.zone())))
                        + " " + request.words().text("episode.polls." + polls))
                .build());
    }

    /** Whether a poll keeps its lock when its episode moves. */
    private static boolean stays(Season season, Poll poll) {
        boolean ahead = poll.state() == PollState.SCHEDULED || poll.state() == PollState.OPEN;
        return !ahead || poll.byHand().locks(season.zone()).isPresent();
    }

    private Reply remove(Request request) {
        Season season = lookup.season(request);
        Episode gone = lookup.episode(request, season);
        made(request, season, EpisodeEdits.remove(gone.number()));
        return told(request, season, "episode.removed", gone, 1);
    }

    private Reply list(Request request) {
        return Reply.of(SeasonView.episodes(request.words(), lookup.season(request)));
    }
}
