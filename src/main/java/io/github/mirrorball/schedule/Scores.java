package io.github.mirrorball.schedule;

import static java.util.Objects.requireNonNull;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Fans;
import io.github.mirrorball.poll.Picks;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Ranking;
import io.github.mirrorball.standings.Scoring;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.Tally;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.standings.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Works out a season's points anew from its picks and newest results, and replaces what was kept of them. */
public final class Scores {

    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Standings standings;

    public Scores(Polls polls, Picks picks, Fans fans, Standings standings) {
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.standings = standings;
    }

    /** Replaces the points and standings of a season; part of the transaction that changed its results. */
    public void replace(Season season) {
        Map<Long, OptionalInt> episodes = new HashMap<>();
        Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();
        for (Poll poll : polls.ofSeason(season.id())) {
            Map<String, Verdict> given = Scoring.verdicts(season, poll, picks.tally(poll.id()));
            if (!given.isEmpty()) {
                verdicts.put(poll.id(), given);
                episodes.put(poll.id(), poll.episode());
            }
        }
        standings.rule(season.id(), verdicts);
        standings.replace(season.id(), Ranking.of(totals(season, episodes, verdicts)));
    }

    private Map<Fan, Totals> totals(
            Season season, Map<Long, OptionalInt> episodes, Map<Long, Map<String, Verdict>> verdicts) {
        Map<Long, Tally> tallies = new HashMap<>();
        picks.eachOf(season.id(), pick -> {
            Verdict verdict = verdicts.getOrDefault(pick.poll(), Map.of()).getOrDefault(pick.outcome(), Verdict.VOID);
            if (verdict.counted()) {
                tallies.computeIfAbsent(pick.fan(), fan -> new Tally())
                        .add(requireNonNull(episodes.get(pick.poll())), verdict);
            }
        });
        Map<Fan, Totals> totals = new HashMap<>();
        fans.all(tallies.keySet())
                .forEach(fan -> totals.put(
                        fan,
                        requireNonNull(tallies.get(fan.id()))
                                .total(season.settings().bestEpisodes())));
        return totals;
    }
}
