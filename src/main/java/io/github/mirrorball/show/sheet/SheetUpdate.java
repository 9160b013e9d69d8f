package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file adds to a season's results. It adds what is not known; where it differs from what is, the season's own is kept unless its host
 * chooses the file's.
 *
 * @param nights results by episode that would change, in order of air time
 * @param differences where file and season differ
 * @param leftOut what the file says of nobody or nothing in the season
 */
public record SheetUpdate(Map<Integer, Result> nights, List<Difference> differences, List<Fault> leftOut) {

    /**
     * One thing that file and season tell differently.
     *
     * @param key by which its host chooses it
     * @param about whom; empty for who left
     */
    public record Difference(String key, int episode, Optional<String> about, String ours, String theirs) {}

    /**
     * Compares a sheet with a season as it was entered.
     *
     * @param number the episode that a night without a number belongs to; 0 if that was not said
     * @param chosen keys of the differences in which the file is right
     */
    public static SheetUpdate of(Season season, Sheet sheet, int number, Set<String> chosen) {
        Builder builder = new Builder(season, chosen);
        List<Sheet.Night> over =
                sheet.nights().stream().filter(Sheet.Night::isOver).toList();
        for (Sheet.Night night : over) {
            builder.add(night, number, Map.of());
        }
        if (!sheet.places().isEmpty()) {
            builder.addPlaces(sheet.places());
        }
        builder.leftOut.addAll(0, sheet.leftOut());
        return new SheetUpdate(
                builder.nights,
                builder.differences,
                builder.leftOut.stream().distinct().toList());
    }

    /** Gathers what changes. */
    private static final class Builder {

        private final Season season;
        private final Set<String> chosen;
        private final Map<Integer, Result> nights = new LinkedHashMap<>();
        private final List<Difference> differences = new ArrayList<>();
        private final List<Fault> leftOut = new ArrayList<>();

        private Builder(Season season, Set<String> chosen) {
            this.season = season;
            this.chosen = chosen;
        }

        private void addPlaces(Map<String, Integer> places) {
            Optional<Episode> finale = season.finale();
            Sheet.Night nothing = new Sheet.Night(
                    finale.map(Episode::number).orElse(0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    List.of());
            finale.ifPresent(episode -> add(nothing, episode.number(), places));
        }

        private void add(Sheet.Night night, int number, Map<String, Integer> places) {
            Optional<Episode> episode = episode(night, number);
            if (episode.isEmpty()) {
                leftOut.add(
                        night.number() == 0
                                ? Fault.at("", "sheet.whichEpisode")
                                : Fault.at("", "fault.episode.unknown", night.number()));
                return;
            }
            int meant = episode.get().number();
            SheetSeason.Read read = SheetSeason.result(night, places, season.cast());
            leftOut.addAll(read.faults());
            Result ours = nights.getOrDefault(meant, season.result(meant));
            Result merged = merged(meant, ours, read.result());
            if (!merged.equals(season.result(meant))) {
                nights.put(meant, merged);
            }
        }

        /** The episode of that day, since people count weeks and broadcasts differently; else the one with that number. */
        private Optional<Episode> episode(Sheet.Night night, int number) {
            List<Episode> thatDay = season.episodes().stream()
                    .filter(episode -> night.date()
                            .filter(episode.airsAt().toLocalDate()::equals)
                            .isPresent())
                    .toList();
            return thatDay.size() == 1
                    ? Optional.of(thatDay.get(0))
                    : season.episode(night.number() == 0 ? number : night.number());
        }

        private Result merged(int episode, Result ours, Result theirs) {
            boolean isFilesOwn = left(episode, ours, theirs);
            Optional<List<String>> eliminated = ours.eliminated().isEmpty() || isFilesOwn
                    ? theirs.eliminated().or(ours::eliminated)
                    : ours.eliminated();
            boolean isKnown = ours.eliminated().isPresent() && !isFilesOwn;
            List<String> withdrew = isKnown || theirs.withdrew().isEmpty() ? ours.withdrew() : theirs.withdrew();
            return new Result(
                    eliminated,
                    withdrew,
                    marks(episode, ours, theirs),
                    placements(episode, ours, theirs),
                    ours.answers());
        }

        /** Whether its host chose the file's where the two differ in who left. */
        private boolean left(int episode, Result ours, Result theirs) {
            boolean differs = ours.eliminated().isPresent()
                    && theirs.eliminated().isPresent()
                    && !ours.gone().equals(theirs.gone());
            return differs
                    && differ(episode + ":left", episode, Optional.empty(), names(ours.gone()), names(theirs.gone()));
        }

        private Optional<Map<String, List<BigDecimal>>> marks(int episode, Result ours, Result theirs) {
            Map<String, List<BigDecimal>> merged =
                    new LinkedHashMap<>(ours.marks().orElse(Map.of()));
            theirs.marks().orElse(Map.of()).forEach((who, given) -> {
                List<BigDecimal> known = merged.get(who);
                boolean isNew =
                        known == null && ours.marks().filter(Map::isEmpty).isEmpty();
                String text = known == null ? "—" : text(known);
                if (isNew
                        || (!text.equals(text(given))
                                && differ(episode + ":score:" + who, episode, Optional.of(who), text, text(given)))) {
                    merged.put(who, given);
                }
            });
            return merged.isEmpty() ? ours.marks() : Optional.of(merged);
        }

        private Map<String, Integer> placements(int episode, Result ours, Result theirs) {
            Map<String, Integer> merged = new LinkedHashMap<>(ours.placements());
            theirs.placements().forEach((who, place) -> {
                Integer known = merged.get(who);
                if (known == null
                        || (!known.equals(place)
                                && differ(
                                        episode + ":place:" + who,
                                        episode,
                                        Optional.of(who),
                                        known.toString(),
                                        place.toString()))) {
                    merged.put(who, place);
                }
            });
            return merged;
        }

        private boolean differ(String key, int episode, Optional<String> about, String ours, String theirs) {
            differences.add(new Difference(key, episode, about, ours, theirs));
            return chosen.contains(key);
        }

        private String names(Set<String> people) {
            String names = season.cast().stream()
                    .filter(who -> new HashSet<>(people).contains(who.id()))
                    .map(Contestant::name)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "—" : names;
        }

        private static String text(List<BigDecimal> marks) {
            return marks.stream()
                    .map(mark -> mark.stripTrailingZeros().toPlainString())
                    .collect(Collectors.joining(" "));
        }
    }
}
