package io.github.mirrorball.show;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a show in one server.
 *
 * @param episodes by air time
 * @param results the newest version of each episode's result that is in, by episode number
 */
public record Season(
        long id,
        long server,
        String show,
        String title,
        ZoneId zone,
        List<Contestant> cast,
        List<Episode> episodes,
        List<Ask> asks,
        SeasonSettings settings,
        Posting posting,
        boolean archived,
        Map<Integer, ResultVersion> results) {

    public Season {
        cast = List.copyOf(cast);
        episodes = episodes.stream().sorted(Episode.BY_AIR_TIME).toList();
        asks = List.copyOf(asks);
        results = Map.copyOf(results);
    }

    /** The most contestants that can be in at once. */
    public static final int MOST_IN = 24;

    /** The same season with other results. */
    public Season with(Map<Integer, ResultVersion> others) {
        return new Season(id, server, show, title, zone, cast, episodes, asks, settings, posting, archived, others);
    }

    /** The same season with one more question in an episode. */
    public Season asking(int episode, Ask ask) {
        List<Episode> others = episodes.stream()
                .map(each -> each.number() == episode ? each.asking(ask) : each)
                .toList();
        return new Season(id, server, show, title, zone, cast, others, asks, settings, posting, archived, results);
    }

    /** The same season with another cast. */
    public Season withCast(List<Contestant> others) {
        return new Season(id, server, show, title, zone, others, episodes, asks, settings, posting, archived, results);
    }

    /** The same season with other episodes. */
    public Season withEpisodes(List<Episode> others) {
        return new Season(id, server, show, title, zone, cast, others, asks, settings, posting, archived, results);
    }

    /** The same season with other habits: season-long asks, settings, and where it is posted. */
    public Season with(List<Ask> seasonLong, SeasonSettings others, Posting elsewhere) {
        return new Season(
                id, server, show, title, zone, cast, episodes, seasonLong, others, elsewhere, archived, results);
    }

    /** The same season, archived or brought back. */
    public Season archived(boolean now) {
        return new Season(id, server, show, title, zone, cast, episodes, asks, settings, posting, now, results);
    }

    /** The most contestants that are in at once from now on: in an episode whose leavers are not known yet, or after all that are. */
    public int mostIn() {
        Set<String> gone = new HashSet<>();
        results.values().forEach(version -> gone.addAll(version.result().gone()));
        int left = (int) cast.stream().filter(who -> !gone.contains(who.id())).count();
        return episodes.stream()
                .filter(episode -> result(episode.number()).eliminated().isEmpty())
                .mapToInt(episode -> inAt(episode).size())
                .reduce(left, Math::max);
    }

    /** The episode with this number. */
    public Optional<Episode> episode(int number) {
        return episodes.stream().filter(episode -> episode.number() == number).findFirst();
    }

    /** The contestant with this id. */
    public Optional<Contestant> contestant(String id) {
        return cast.stream().filter(contestant -> contestant.id().equals(id)).findFirst();
    }

    /** What is known of an episode; {@link Result#NOTHING} while nothing is. */
    public Result result(int episode) {
        return Optional.ofNullable(results.get(episode))
                .map(ResultVersion::result)
                .orElse(Result.NOTHING);
    }

    /** The number of the newest version of an episode's result; 0 while there is none. */
    public int version(int episode) {
        return Optional.ofNullable(results.get(episode))
                .map(ResultVersion::version)
                .orElse(0);
    }

    /** Who was gone before this episode: eliminated or withdrawn in an episode that airs earlier. */
    public Set<String> goneBefore(Episode episode) {
        Set<String> gone = new HashSet<>();
        for (Episode earlier : episodes) {
            if (earlier.number() == episode.number()) {
                break;
            }
            gone.addAll(result(earlier.number()).gone());
        }
        return gone;
    }

    /** Who dances in this episode: the cast without those who were gone before it, in cast order. */
    public List<Contestant> inAt(Episode episode) {
        Set<String> gone = goneBefore(episode);
        return cast.stream()
                .filter(contestant -> !gone.contains(contestant.id()))
                .toList();
    }

    /** Everyone who withdrew in any episode. */
    public Set<String> withdrawn() {
        Set<String> withdrawn = new HashSet<>();
        results.values().forEach(version -> withdrawn.addAll(version.result().withdrew()));
        return withdrawn;
    }

    /** The episode that decides the season: the last that asks for the winner, else the last. */
    public Optional<Episode> finale() {
        return episodes.stream()
                .max(Comparator.comparing((Episode episode) -> asksWinner(episode))
                        .thenComparing(Episode.BY_AIR_TIME));
    }

    private static boolean asksWinner(Episode episode) {
        return episode.asks().stream().anyMatch(ask -> ask.kind() == AskKind.WINNER);
    }

    /** Final places, from whichever result has them; empty while they are not in. */
    public Map<String, Integer> placements() {
        return episodes.stream()
                .map(episode -> result(episode.number()).placements())
                .filter(places -> !places.isEmpty())
                .reduce(Map.of(), (earlier, later) -> later);
    }
}
