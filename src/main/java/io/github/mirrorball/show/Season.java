package io.github.mirrorball.show;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a show in one server.
 *
 * @param episodes by air time
 * @param results the newest version of each episode's result that has taken effect, by episode number
 * @param pending the newest version of each episode's result that waits for its reveal: for hosts only, nothing follows from it yet
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
        Map<Integer, ResultVersion> results,
        Map<Integer, ResultVersion> pending) {

    public Season {
        cast = List.copyOf(cast);
        episodes = episodes.stream().sorted(Episode.BY_AIR_TIME).toList();
        asks = List.copyOf(asks);
        results = Map.copyOf(results);
        pending = Map.copyOf(pending);
    }

    /** A season in which no result waits for its reveal. */
    public Season(
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
        this(id, server, show, title, zone, cast, episodes, asks, settings, posting, archived, results, Map.of());
    }

    /** The most contestants that can be in at once. */
    public static final int MOST_IN = 24;

    /** The same season with other results. */
    public Season with(Map<Integer, ResultVersion> others) {
        return new Season(
                id, server, show, title, zone, cast, episodes, asks, settings, posting, archived, others, pending);
    }

    /** The same season once this version of an episode's result is recorded: it holds, or it waits. */
    public Season recorded(int episode, ResultVersion version) {
        Map<Integer, ResultVersion> holding = new HashMap<>(results);
        Map<Integer, ResultVersion> waiting = new HashMap<>(pending);
        waiting.remove(episode);
        (version.isDelayed() ? waiting : holding).put(episode, version);
        return with(holding, waiting);
    }

    /** The same season once what waits for an episode has taken effect. */
    public Season revealed(int episode) {
        Map<Integer, ResultVersion> holding = new HashMap<>(results);
        Map<Integer, ResultVersion> waiting = new HashMap<>(pending);
        Optional.ofNullable(waiting.remove(episode)).ifPresent(version -> holding.put(episode, version));
        return with(holding, waiting);
    }

    /** The season as its hosts know it: as if everything that was entered had taken effect. */
    public Season asEntered() {
        Map<Integer, ResultVersion> entered = new HashMap<>(results);
        entered.putAll(pending);
        return with(entered, Map.of());
    }

    private Season with(Map<Integer, ResultVersion> holding, Map<Integer, ResultVersion> waiting) {
        return new Season(
                id, server, show, title, zone, cast, episodes, asks, settings, posting, archived, holding, waiting);
    }

    /** The same season with one more question in an episode. */
    public Season asking(int episode, Ask ask) {
        List<Episode> others = episodes.stream()
                .map(each -> each.number() == episode ? each.asking(ask) : each)
                .toList();
        return new Season(
                id, server, show, title, zone, cast, others, asks, settings, posting, archived, results, pending);
    }

    /** The same season with another cast. */
    public Season withCast(List<Contestant> others) {
        return new Season(
                id, server, show, title, zone, others, episodes, asks, settings, posting, archived, results, pending);
    }

    /** The same season with other episodes. */
    public Season withEpisodes(List<Episode> others) {
        return new Season(
                id, server, show, title, zone, cast, others, asks, settings, posting, archived, results, pending);
    }

    /** The same season with other habits: season-long asks, settings, and where it is posted. */
    public Season with(List<Ask> seasonLong, SeasonSettings others, Posting elsewhere) {
        return new Season(
                id,
                server,
                show,
                title,
                zone,
                cast,
                episodes,
                seasonLong,
                others,
                elsewhere,
                archived,
                results,
                pending);
    }

    /** The same season under another title, with its local times in another zone. */
    public Season called(String otherTitle, ZoneId otherZone) {
        return new Season(
                id,
                server,
                show,
                otherTitle,
                otherZone,
                cast,
                episodes,
                asks,
                settings,
                posting,
                archived,
                results,
                pending);
    }

    /** The same season, archived or brought back. */
    public Season archived(boolean now) {
        return new Season(
                id, server, show, title, zone, cast, episodes, asks, settings, posting, now, results, pending);
    }

    /** Whether an episode's result is in: it says at least who was eliminated. */
    public boolean isIn(int episode) {
        return result(episode).eliminated().isPresent();
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
