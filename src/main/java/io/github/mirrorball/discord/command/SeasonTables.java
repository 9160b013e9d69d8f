package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.view.StandingsFile;
import io.github.mirrorball.discord.view.TableFile;
import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A season as tables for a spreadsheet: its results, its standings, and what people picked once that was locked. */
public final class SeasonTables {

    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Standings standings;

    public SeasonTables(Polls polls, Picks picks, Fans fans, Standings standings) {
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.standings = standings;
    }

    /** A row a contestant and night, as {@code /result import} reads it. */
    byte[] results(Season season) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "partner", "episode", "title", "date", "time", "scores", "result", "place"));
        for (Episode episode : season.episodes()) {
            Result result = season.result(episode.number());
            season.inAt(episode).forEach(who -> rows.add(row(episode, who, result)));
        }
        return TableFile.of(rows);
    }

    private static List<String> row(Episode episode, Contestant who, Result result) {
        List<BigDecimal> marks = result.marks().orElse(Map.of()).getOrDefault(who.id(), List.of());
        return List.of(
                who.name(),
                who.partner().orElse(""),
                Integer.toString(episode.number()),
                episode.title(),
                episode.airsAt().toLocalDate().toString(),
                episode.airsAt().toLocalTime().toString(),
                scores(marks),
                fate(who, result),
                result.placements().containsKey(who.id())
                        ? result.placements().get(who.id()).toString()
                        : "");
    }

    private static String scores(List<BigDecimal> marks) {
        String each = marks.stream()
                .map(mark -> mark.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
        BigDecimal total = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return marks.isEmpty() ? "" : total.stripTrailingZeros().toPlainString() + " (" + each + ")";
    }

    private static String fate(Contestant who, Result result) {
        if (result.withdrew().contains(who.id())) {
            return "Withdrew";
        }
        return result.eliminated()
                .map(people -> people.contains(who.id()) ? "Eliminated" : "Safe")
                .orElse("");
    }

    byte[] standings(Season season) {
        return StandingsFile.of(standings.page(StandingsQuery.of(season.id()), 0, Integer.MAX_VALUE));
    }

    /** A row a pick in polls that have locked; of a secret poll nobody learns who picked. */
    byte[] picks(Season season) {
        Stream<List<String>> heading = Stream.of(List.of("episode", "asks", "pick", "account", "fan"));
        Stream<List<String>> rows = polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.state() == PollState.LOCKED || poll.state() == PollState.RESOLVED)
                .flatMap(poll -> rows(season, poll));
        return TableFile.of(Stream.concat(heading, rows).toList());
    }

    private Stream<List<String>> rows(Season season, Poll poll) {
        Map<String, List<Long>> byOutcome = picks.fans(poll.id());
        Map<Long, Fan> known = fans
                .all(byOutcome.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(Fan::id, fan -> fan, (one, other) -> one));
        String episode =
                poll.episode().isPresent() ? Integer.toString(poll.episode().getAsInt()) : "";
        return byOutcome.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().stream()
                        .map(known::get)
                        .sorted(Comparator.comparing(fan -> poll.secret() ? "" : fan.name()))
                        .map(fan -> List.of(
                                episode,
                                poll.ask().key(),
                                season.contestant(each.getKey())
                                        .map(Contestant::label)
                                        .orElse(each.getKey()),
                                poll.secret() ? "" : Long.toString(fan.user()),
                                poll.secret() ? "" : fan.name())));
    }
}
