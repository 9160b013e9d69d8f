package io.github.mirrorball.discord.view;

import io.github.mirrorball.chart.Look;
import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.chart.Podium;
import io.github.mirrorball.chart.SeasonStrip;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Race;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The pictures that go with standings, scorecards and results, from what is true now. Thread-safe; the drawing itself is left to others. */
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

    /**
     * A picture that can be drawn.
     *
     * @param shows everything that is on it: what shows the same looks the same
     * @param draw as slow as drawing is
     */
    public record Sketch(List<Object> shows, Supplier<Optional<Picture>> draw) {

        public Sketch {
            shows = List.copyOf(shows);
        }
    }

    /** How the first of the standings overtook each other; nothing before there are a few of them and a second episode. */
    public Optional<Sketch> race(Messages words, Season season, OptionalLong fan) {
        List<Standing> first = standings.page(StandingsQuery.of(season.id()), 0, RACERS);
        List<Long> ids = first.stream().map(Standing::fan).toList();
        Race race = Race.of(
                first, standings.byEpisode(season.id(), ids), season.settings().bestEpisodes());
        if (first.size() < FEWEST_RACERS || race.episodes().size() < FEWEST_EPISODES) {
            return Optional.empty();
        }
        OptionalLong shown = fan.isPresent() && ids.contains(fan.getAsLong()) ? fan : OptionalLong.empty();
        return sketch(words, season, List.of(race, shown), (look, title) -> pictures.race(look, title, race, shown));
    }

    /** The first three ranks of a season. */
    public Optional<Sketch> podium(Messages words, Season season) {
        StandingsQuery board = StandingsQuery.of(season.id());
        Podium podium = Podium.of(standings.page(board, 0, PODIUM_ROWS), standings.size(board));
        return podium.places().isEmpty()
                ? Optional.empty()
                : sketch(words, season, List.of(podium), (look, title) -> pictures.podium(look, title, podium));
    }

    /** One fan's season; nothing before their first pick. */
    public Optional<Sketch> strip(
            Messages words, Season season, Fan fan, List<Poll> polls, Scorecard card, OptionalInt joker) {
        if (card.lines().isEmpty()) {
            return Optional.empty();
        }
        StandingsQuery board = StandingsQuery.of(season.id());
        SeasonStrip strip = SeasonStrip.of(
                season,
                Markdown.plain(fan.name()),
                standings.of(board, fan.id()),
                standings.size(board),
                polls,
                card,
                joker);
        return sketch(words, season, List.of(strip), (look, title) -> pictures.strip(look, title, strip));
    }

    private static Optional<Sketch> sketch(
            Messages words, Season season, List<?> facts, BiFunction<Look, String, Optional<Picture>> draw) {
        Look look = new Look(Panels.accent(season.id()), words);
        String title = Markdown.plain(season.title());
        List<Object> shows = new ArrayList<>(facts);
        shows.addAll(List.of(look.accent(), words.locale(), title));
        return Optional.of(new Sketch(shows, () -> draw.apply(look, title)));
    }
}
