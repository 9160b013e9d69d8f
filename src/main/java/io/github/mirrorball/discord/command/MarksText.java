package io.github.mirrorball.discord.command;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.typed.CastIndex;
import io.github.mirrorball.show.typed.Doubt;
import io.github.mirrorball.show.typed.PlaceLines;
import io.github.mirrorball.show.typed.ScoreLines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores and places in the fields of a form: read from what a host typed, and written as a host would type them. */
final class MarksText {

    /** What a host writes when there were no marks that night. */
    static final String NO_MARKS = "none";

    private final CastIndex index;
    private final Locale language;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Doubt> ofScores = new ArrayList<>();
    private final List<Doubt> ofPlaces = new ArrayList<>();
    private final Set<String> eliminated = new LinkedHashSet<>();
    private final Set<String> withdrew = new LinkedHashSet<>();

    /** @param language of whoever typed it */
    MarksText(List<Contestant> contestants, Locale language) {
        this.index = new CastIndex(contestants);
        this.language = language;
    }

    /** What could not be read, doubts too. */
    List<Fault> faults() {
        return faults;
    }

    /** The lines of scores that can be read in several ways. */
    List<Doubt> ofScores() {
        return ofScores;
    }

    /** The lines of places that can be read in several ways. */
    List<Doubt> ofPlaces() {
        return ofPlaces;
    }

    /** Who was eliminated, where rows of a table say so. */
    Set<String> eliminated() {
        return eliminated;
    }

    /** Who withdrew, where rows of a table say so. */
    Set<String> withdrew() {
        return withdrew;
    }

    /** The marks, empty if nothing was typed but names; an empty map for {@link #NO_MARKS}. */
    Optional<Map<String, List<BigDecimal>>> marks(String text) {
        if (text.strip().equalsIgnoreCase(NO_MARKS)) {
            return Optional.of(Map.of());
        }
        ScoreLines lines = new ScoreLines(index, language);
        lines.read(text);
        faults.addAll(lines.faults());
        ofScores.addAll(lines.doubts());
        eliminated.addAll(lines.gone(false));
        withdrew.addAll(lines.gone(true));
        return lines.scores().isEmpty() ? Optional.empty() : Optional.of(lines.scores());
    }

    /** The places; empty if nothing was typed. */
    Map<String, Integer> placements(String text) {
        PlaceLines lines = new PlaceLines(index);
        lines.read(text);
        faults.addAll(lines.faults());
        ofPlaces.addAll(lines.doubts());
        return lines.places();
    }

    /** Marks as a host would type them, with a line for whoever has none yet. */
    static String written(List<Contestant> contestants, Optional<Map<String, List<BigDecimal>>> marks) {
        if (marks.filter(Map::isEmpty).isPresent()) {
            return NO_MARKS;
        }
        Map<String, List<BigDecimal>> given = marks.orElse(Map.of());
        CastIndex index = new CastIndex(contestants);
        return contestants.stream()
                .map(who -> index.shortName(who) + ": " + ScoreLines.written(given.getOrDefault(who.id(), List.of())))
                .collect(Collectors.joining("\n"));
    }

    /** Places as a host would type them. */
    static String written(List<Contestant> contestants, Map<String, Integer> placements) {
        CastIndex index = new CastIndex(contestants);
        return contestants.stream()
                .filter(who -> placements.containsKey(who.id()))
                .sorted(Comparator.comparing(who -> placements.get(who.id())))
                .map(who -> placements.get(who.id()) + " " + index.shortName(who))
                .collect(Collectors.joining("\n"));
    }
}
