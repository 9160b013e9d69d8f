package io.github.mirrorball.league;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Scoring;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Tables;
import io.github.mirrorball.standings.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Works out a season's points anew from its picks and newest results, and replaces what was kept of them. */
public final class Scores {

    private static final int ROWS_AT_A_TIME = 10_000;

    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Jokers jokers;
    private final Standings standings;
    private final Corrections corrections;

    public Scores(Polls polls, Picks picks, Fans fans, Jokers jokers, Standings standings, Corrections corrections) {
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.jokers = jokers;
        this.standings = standings;
        this.corrections = corrections;
    }

    /** Replaces the points and standings of a season; part of the transaction that changed its results. */
    public void replace(Season season) {
        replaceStandings(season);
    }

    /** Does the same for a correction, and keeps whose points it changed. */
    public void correct(Season season, Corrections.Version version) {
        List<Standing> before = all(season);
        corrections.keep(version, Change.between(before, replaceStandings(season)));
    }

    /** A page after another, since H2 writes larger results to the disk first. */
    private List<Standing> all(Season season) {
        List<Standing> all = new ArrayList<>();
        List<Standing> page;
        do {
            page = standings.page(StandingsQuery.of(season.id()), all.size(), ROWS_AT_A_TIME);
            all.addAll(page);
        } while (page.size() == ROWS_AT_A_TIME);
        return all;
    }

    /** The standings of the season as they are now. */
    private List<Standing> replaceStandings(Season season) {
        Map<Poll, Map<String, List<Long>>> picked = picked(season);
        Season before = before(season, picked.keySet());
        Tables tables = new Tables(season.settings().bestEpisodes(), jokers(season));
        Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();
        picked.forEach((poll, on) -> {
            Map<String, Verdict> given = Scoring.verdicts(season, poll, tally(on));
            verdicts.put(poll.id(), given);
            tables.add(poll, isNew(before, poll), given, on);
        });
        standings.replaceVerdicts(season.id(), verdicts);
        List<Table> made = tables.tables(fans.all(shown(season, tables)));
        standings.replace(season.id(), made);
        return made.stream()
                .filter(table -> table.scope().equals(Scope.SEASON))
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    /** Whoever a host has taken out of the rows counts everywhere else. */
    private Set<Long> shown(Season season, Tables tables) {
        Set<Long> shown = new HashSet<>(tables.fans());
        shown.removeAll(fans.hidden(season.id()));
        return shown;
    }

    /** Who stands on what in the polls that are resolved, but for those in which nobody picked. */
    private Map<Poll, Map<String, List<Long>>> picked(Season season) {
        Map<Poll, Map<String, List<Long>>> picked = new HashMap<>();
        for (Poll poll : polls.ofSeason(season.id())) {
            Map<String, List<Long>> fans = Scoring.isResolved(season, poll) ? picks.fans(poll.id()) : Map.of();
            if (!fans.isEmpty()) {
                picked.put(poll, fans);
            }
        }
        return picked;
    }

    private static Map<String, Integer> tally(Map<String, List<Long>> picked) {
        Map<String, Integer> tally = new HashMap<>();
        picked.forEach((outcome, fans) -> tally.put(outcome, fans.size()));
        return tally;
    }

    private Map<Long, Integer> jokers(Season season) {
        return season.settings().joker() ? jokers.ofSeason(season.id()) : Map.of();
    }

    /** The season as it was before its newest episode with an answer. */
    private static Season before(Season season, Iterable<Poll> ruled) {
        Optional<Episode> newest = Optional.empty();
        for (Episode episode : season.episodes()) {
            for (Poll poll : ruled) {
                newest = poll.episode().equals(OptionalInt.of(episode.number())) ? Optional.of(episode) : newest;
            }
        }
        Map<Integer, ResultVersion> results = new HashMap<>(season.results());
        newest.ifPresent(last -> results.remove(last.number()));
        return season.with(results);
    }

    private static boolean isNew(Season before, Poll poll) {
        return Ruling.of(before, poll).verdict() != Ruling.Verdict.RESOLVED;
    }
}
