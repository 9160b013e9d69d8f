package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.ScheduleView;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /schedule}: a season's episodes, from the first without a result on: when they air, what they ask, and how that stands. */
public final class ScheduleCommand implements Feature {

    private static final int PAGE = 6;

    private final Lookup lookup;
    private final Polls polls;

    public ScheduleCommand(Lookup lookup, Polls polls) {
        this.lookup = lookup;
        this.polls = polls;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("schedule", "Show which episodes come, and when picks lock")
                .setContexts(InteractionContextType.GUILD)
                .addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("schedule", Route.Mode.ANSWER_PRIVATE, this::first),
                Route.suggestion("schedule", lookup::suggest),
                Route.component(
                        "schedule",
                        Route.Mode.UPDATE,
                        request -> page(request, lookup.seasonOf(request, 0), (int) request.number(1))));
    }

    /** Begins with the newest episode whose result is in, so that it is seen what comes after what. */
    private Reply first(Request request) {
        Season season = lookup.season(request);
        int over = (int) season.episodes().stream()
                .takeWhile(episode -> season.isIn(episode.number()))
                .count();
        return page(request, season, Math.max(0, over - 1));
    }

    private Reply page(Request request, Season season, int from) {
        List<Episode> episodes = season.episodes();
        Panels panel = Panels.of(season.id())
                .headline(Sign.SCHEDULE, request.words().text("schedule.title", Markdown.escape(season.title())));
        if (episodes.isEmpty()) {
            return Reply.of(panel.text(request.words().text("episodes.none")).build());
        }
        int start = Math.max(0, Math.min(from, episodes.size() - 1));
        int end = Math.min(episodes.size(), start + PAGE);
        List<Poll> all = polls.ofSeason(season.id());
        panel.text(ScheduleView.polls(request.words(), season, of(all, OptionalInt.empty())));
        for (Episode episode : episodes.subList(start, end)) {
            List<Poll> asked = of(all, OptionalInt.of(episode.number()));
            panel.line().text(ScheduleView.episode(request.words(), season, episode, asked));
        }
        panel.hint(request.words().text("schedule.zone", season.zone().getId()));
        if (start > 0 || end < episodes.size()) {
            panel.row(
                    button(season, Math.max(0, start - PAGE), "◀").withDisabled(start == 0),
                    button(season, start + PAGE, "▶").withDisabled(end >= episodes.size()));
        }
        return Reply.of(panel.build());
    }

    private static List<Poll> of(List<Poll> all, OptionalInt episode) {
        return all.stream().filter(poll -> poll.episode().equals(episode)).toList();
    }

    private static Button button(Season season, int from, String label) {
        return Button.secondary("schedule:" + season.id() + ":" + from, label);
    }
}
