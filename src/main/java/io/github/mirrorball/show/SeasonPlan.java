package io.github.mirrorball.show;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Everything about a season that its file carries: what was planned, and the results that are in.
 *
 * @param cast contestants in the order in which ballots list them
 * @param episodes in any order; {@link Season} sorts them by air time
 * @param asks season-long asks, which belong to no episode
 * @param results newest results by episode number; places are with the episode that {@link Season#finale()} names
 */
public record SeasonPlan(
        String show,
        String title,
        ZoneId zone,
        List<Contestant> cast,
        List<Episode> episodes,
        List<Ask> asks,
        SeasonSettings settings,
        Map<Integer, Result> results) {

    public SeasonPlan {
        cast = List.copyOf(cast);
        episodes = episodes.stream().sorted(Episode.BY_AIR_TIME).toList();
        asks = List.copyOf(asks);
        results = Map.copyOf(results);
    }

    /** The season that it becomes where it is posted, before it has an id and any result. */
    public Season at(Posting posting) {
        return new Season(0, 0, show, title, zone, cast, episodes, asks, settings, posting, false, Map.of());
    }
}
