package io.github.mirrorball.discord;

import io.github.mirrorball.chart.Look;
import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.chart.Podium;
import io.github.mirrorball.chart.SeasonStrip;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Board;
import io.github.mirrorball.standings.Race;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The pictures that go with standings, scorecards and results, drawn from what is true now. Thread-safe, and as slow as drawing is. */
public final class Gallery {

    private static final int RACERS = 12;
    private static final int FEWEST_EPISODES = 2;
    private static final int FEWEST_RACERS = 2;
    private static final int PODIUM_ROWS = 60;

    private final Pictures pictures;
    private final Standings standings;

    public Gallery(Pictures pictures, Standings standings) {
        this.pictures = pictures;
        this.standings = standings;
    }

    /** How the first of the standings overtook each other; nothing before there are a few of them and a second episode. */
    public Optional<Picture> race(Messages words, Season season, OptionalLong fan) {
        List<Standing> first = standings.page(Board.of(season.id()), 0, RACERS);
        List<Long> ids = first.stream().map(Standing::fan).toList();
        Race race = Race.of(
                first, standings.byEpisode(season.id(), ids), season.settings().bestEpisodes());
        return first.size() < FEWEST_RACERS || race.episodes().size() < FEWEST_EPISODES
                ? Optional.empty()
                : pictures.race(look(words, season), Markdown.plain(season.title()), race, fan);
    }

    /** The first three ranks of a season. */
    public Optional<Picture> podium(Messages words, Season season) {
        Board board = Board.of(season.id());
        Podium podium = Podium.of(standings.page(board, 0, PODIUM_ROWS), standings.size(board));
        return pictures.podium(look(words, season), Markdown.plain(season.title()), podium);
    }

    /** One fan's season; nothing before their first pick. */
    public Optional<Picture> strip(
            Messages words, Season season, Fan fan, List<Poll> polls, Scorecard card, OptionalInt joker) {
        if (card.lines().isEmpty()) {
            return Optional.empty();
        }
        Board board = Board.of(season.id());
        SeasonStrip strip = SeasonStrip.of(
                season,
                Markdown.plain(fan.name()),
                standings.of(board, fan.id()),
                standings.size(board),
                polls,
                card,
                joker);
        return pictures.strip(look(words, season), Markdown.plain(season.title()), strip);
    }

    private static Look look(Messages words, Season season) {
        return new Look(Panels.accent(season.id()), words);
    }
}
