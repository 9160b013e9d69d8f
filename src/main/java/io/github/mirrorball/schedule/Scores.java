package io.github.mirrorball.schedule;

import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.poll.Jokers;
import io.github.mirrorball.poll.Picks;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Board;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Scoring;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.Tables;
import io.github.mirrorball.standings.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Works out a season's points anew from its picks and newest results, and replaces what was kept of them. */
public final class Scores {

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
        Map<Poll, Map<String, Verdict>> ruled = ruled(season);
        Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();
        ruled.forEach((poll, given) -> verdicts.put(poll.id(), given));
        standings.rule(season.id(), verdicts);
        Tables tables = new Tables(season.settings().bestEpisodes(), jokers(season));
        Season before = before(season, ruled.keySet());
        ruled.forEach((poll, given) -> tables.add(poll, isNew(before, poll), given));
        picks.eachOf(season.id(), tables::add);
        standings.replace(season.id(), tables.tables(fans.all(tables.fans())));
    }

    /** Does the same for a correction, and keeps whose points it changed. */
    public void correct(Season season, Corrections.Version version) {
        List<Standing> before = all(season);
        replace(season);
        corrections.keep(version, Change.between(before, all(season)));
    }

    private List<Standing> all(Season season) {
        return standings.page(Board.of(season.id()), 0, Integer.MAX_VALUE);
    }

    private Map<Poll, Map<String, Verdict>> ruled(Season season) {
        Map<Poll, Map<String, Verdict>> ruled = new HashMap<>();
        for (Poll poll : polls.ofSeason(season.id())) {
            Map<String, Verdict> given = Scoring.verdicts(season, poll, picks.tally(poll.id()));
            if (!given.isEmpty()) {
                ruled.put(poll, given);
            }
        }
        return ruled;
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
