package io.github.mirrorball.discord.command;

import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Controls;
import io.github.mirrorball.discord.view.Illustrator;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.StandingsFile;
import io.github.mirrorball.discord.view.StandingsView;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.poll.Club;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Accuracy;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.utils.FileUpload;

/** {@code /standings}: who leads, in the season, in one episode, by accuracy, in a club; with one's own row always shown. */
public final class StandingsCommand implements Feature {

    private static final int PAGE = 15;
    private static final String BY = "by";
    private static final String ACCURACY = "accuracy";

    private final Lookup lookup;
    private final ClubLookup clubs;
    private final Standings standings;
    private final Fans fans;
    private final Illustrator illustrator;

    public StandingsCommand(Lookup lookup, ClubLookup clubs, Standings standings, Fans fans, Illustrator illustrator) {
        this.lookup = lookup;
        this.clubs = clubs;
        this.standings = standings;
        this.fans = fans;
        this.illustrator = illustrator;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("standings", "Show who leads")
                .setContexts(InteractionContextType.GUILD)
                .addOptions(
                        Lookup.episodeOption("Only this episode", false),
                        new OptionData(
                                        OptionType.STRING,
                                        BY,
                                        "What fans are ranked by; points unless you say otherwise")
                                .addChoice("points", "points")
                                .addChoice("accuracy: the share of right picks", ACCURACY),
                        ClubLookup.option("Only the members of this club", false),
                        Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("standings", Route.Mode.ANSWER_PRIVATE, this::first),
                Route.suggestion("standings", this::suggest),
                Route.component("standings", Route.Mode.UPDATE, this::turn),
                Route.component(
                        Controls.STANDINGS,
                        Route.Mode.ANSWER_PRIVATE,
                        request -> page(request, lookup.seasonOf(request, 0), ofSeason(request), 0)),
                Route.component("standings-csv", Route.Mode.ANSWER_PRIVATE, this::file));
    }

    private Reply suggest(Request request) {
        return request.typing().option().equals(ClubLookup.CLUB) ? clubs.suggest(request) : lookup.suggest(request);
    }

    private Reply first(Request request) {
        Season season = lookup.season(request);
        OptionalInt episode = request.integer(Lookup.EPISODE);
        boolean accuracy = request.text(BY).filter(ACCURACY::equals).isPresent();
        if (episode.isPresent() && accuracy) {
            throw new Rejection("standings.accuracyOfSeason");
        }
        if (episode.isPresent()) {
            Lookup.episode(season, episode.getAsInt());
        }
        Scope scope =
                episode.isPresent() ? Scope.episode(episode.getAsInt()) : accuracy ? Scope.ACCURACY : Scope.SEASON;
        Optional<Club> club = clubs.named(request);
        return page(
                request,
                season,
                new StandingsQuery(season.id(), scope, club.map(this::id).orElseGet(OptionalLong::empty)),
                0);
    }

    private OptionalLong id(Club club) {
        return OptionalLong.of(club.id());
    }

    /** Older buttons name the season and the page only. */
    private Reply turn(Request request) {
        Season season = lookup.seasonOf(request, 0);
        return page(request, season, board(request, season, 2), (int) request.number(1));
    }

    private static StandingsQuery ofSeason(Request request) {
        return StandingsQuery.of(request.number(0));
    }

    private static StandingsQuery board(Request request, Season season, int argument) {
        if (request.arguments().size() <= argument) {
            return StandingsQuery.of(season.id());
        }
        long club = request.number(argument + 1);
        Scope scope = new Scope((int) request.number(argument));
        return new StandingsQuery(season.id(), scope, club == 0 ? OptionalLong.empty() : OptionalLong.of(club));
    }

    private Reply page(Request request, Season season, StandingsQuery board, int wanted) {
        int pages = Math.max(1, (standings.size(board) + PAGE - 1) / PAGE);
        int page = Math.max(0, Math.min(wanted, pages - 1));
        List<Standing> rows = standings.page(board, page * PAGE, PAGE);
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.STANDINGS,
                        request.words().text("standings.of", Markdown.escape(season.title())),
                        facts(request, season, board))
                .text(
                        rows.isEmpty()
                                ? request.words().text("standings.none")
                                : StandingsView.rows(request.words(), board.scope(), rows));
        own(request, board, rows).ifPresent(mine -> panel.line().text(mine));
        crowd(request, season, board).ifPresent(line -> panel.line().text(line));
        if (page == 0 && board.equals(StandingsQuery.of(season.id()))) {
            race(request, season).ifPresent(race -> panel.picture("race.png", race));
        }
        if (pages > 1) {
            panel.row(
                    button(board, page - 1, "◀").withDisabled(page == 0),
                    button(board, page + 1, "▶").withDisabled(page == pages - 1));
        }
        if (request.isHost(season) && !rows.isEmpty()) {
            panel.row(Button.secondary(
                    "standings-csv:" + season.id() + ":" + state(board),
                    request.words().text("standings.csv")));
        }
        return Reply.of(panel.build());
    }

    /** With the line of whoever asks standing out. */
    private Optional<Picture> race(Request request, Season season) {
        OptionalLong fan = fans.find(request.server(), request.user())
                .map(known -> OptionalLong.of(known.id()))
                .orElseGet(OptionalLong::empty);
        return illustrator.soon(gallery -> gallery.race(request.words(), season, fan));
    }

    private String facts(Request request, Season season, StandingsQuery board) {
        List<String> facts = new ArrayList<>();
        board.scope()
                .episode()
                .ifPresent(number -> season.episode(number)
                        .ifPresent(episode -> facts.add(Wording.episode(request.words(), episode))));
        if (board.club().isPresent()) {
            Club club = clubs.find(request, board.club().getAsLong());
            facts.add(request.words().text("standings.ofClub", Markdown.escape(club.name())));
        }
        if (board.scope().equals(Scope.ACCURACY)) {
            int least = Accuracy.least(standings.verdicts(season.id()).size());
            facts.add(request.words().text("standings.byAccuracy", least));
        }
        return String.join("\n", facts);
    }

    private static Button button(StandingsQuery board, int page, String label) {
        return Button.secondary("standings:" + board.season() + ":" + page + ":" + state(board), label);
    }

    private static String state(StandingsQuery board) {
        return board.scope().code() + ":" + board.club().orElse(0);
    }

    private Optional<String> own(Request request, StandingsQuery board, List<Standing> shown) {
        return fans.find(request.server(), request.user())
                .flatMap(fan -> standings.of(board, fan.id()))
                .filter(mine -> shown.stream().noneMatch(row -> row.fan() == mine.fan()))
                .map(mine -> StandingsView.row(request.words(), board.scope(), mine));
    }

    private Optional<String> crowd(Request request, Season season, StandingsQuery board) {
        return season.settings().crowd() && board.club().isEmpty()
                ? standings
                        .crowd(season.id(), board.scope())
                        .map(totals -> StandingsView.crowd(request.words(), board.scope(), totals))
                : Optional.empty();
    }

    private Reply file(Request request) {
        Season season = lookup.seasonOf(request, 0);
        request.requireHost(season);
        byte[] bytes = StandingsFile.of(standings.page(board(request, season, 1), 0, Integer.MAX_VALUE));
        return Reply.of(Panels.of(season.id())
                .text(request.words().text("standings.csvReady"))
                .file(FileUpload.fromData(bytes, "standings.csv"))
                .build());
    }
}
