package io.github.mirrorball.standings;

import static java.util.stream.Collectors.toMap;

import io.github.mirrorball.poll.Fan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * How a few fans overtook each other: their ranks among themselves after each episode. The last of them come from the standings, so
 * that the race ends where those stand; points of season-long polls are therefore in the last one only.
 *
 * @param episodes their numbers, ascending
 * @param lines in the order of the standings
 */
public record Race(List<Integer> episodes, List<Line> lines) {

    public Race {
        episodes = List.copyOf(episodes);
        lines = List.copyOf(lines);
    }

    /**
     * One fan's way.
     *
     * @param now where the fan stands
     * @param ranks among the fans of the race, one an episode; empty before the fan's first counted pick
     */
    public record Line(Standing now, List<OptionalInt> ranks) {

        public Line {
            ranks = List.copyOf(ranks);
        }
    }

    /**
     * The race of these fans.
     *
     * @param fans rows of a season's board, best first
     * @param byEpisode what each had from each episode
     * @param best how many of a fan's episodes count, where not all do
     */
    public static Race of(List<Standing> fans, Map<Long, Map<Integer, Totals>> byEpisode, OptionalInt best) {
        List<Integer> episodes = List.copyOf(byEpisode.values().stream()
                .collect(TreeSet<Integer>::new, (all, each) -> all.addAll(each.keySet()), TreeSet::addAll));
        List<Map<Long, Integer>> ranks = episodes.stream()
                .map(episode -> ranks(after(episode, episodes, fans, byEpisode, best)))
                .toList();
        return new Race(
                episodes,
                fans.stream()
                        .map(fan -> new Line(
                                fan,
                                ranks.stream()
                                        .map(each -> optional(each, fan.fan()))
                                        .toList()))
                        .toList());
    }

    private static Map<Fan, Totals> after(
            int episode,
            List<Integer> episodes,
            List<Standing> fans,
            Map<Long, Map<Integer, Totals>> byEpisode,
            OptionalInt best) {
        boolean last = episode == episodes.get(episodes.size() - 1);
        Map<Fan, Totals> totals = new HashMap<>();
        for (Standing fan : fans) {
            Totals then = last
                    ? new Totals(fan.points(), fan.correct(), fan.picked())
                    : until(episode, byEpisode.getOrDefault(fan.fan(), Map.of()), best);
            totals.put(new Fan(fan.fan(), 0, 0, fan.name()), then);
        }
        return totals;
    }

    private static Totals until(int episode, Map<Integer, Totals> earned, OptionalInt best) {
        Tally tally = new Tally();
        earned.forEach((number, totals) -> {
            if (number <= episode) {
                tally.add(number, totals);
            }
        });
        return tally.total(best);
    }

    private static Map<Long, Integer> ranks(Map<Fan, Totals> totals) {
        return Ranking.of(totals).stream().collect(toMap(Standing::fan, Standing::rank));
    }

    private static OptionalInt optional(Map<Long, Integer> ranks, long fan) {
        return ranks.containsKey(fan) ? OptionalInt.of(ranks.get(fan)) : OptionalInt.empty();
    }
}
