package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What really happened in an episode, as far as it fits a season that took another course: what was entered is kept, and whoever is out
 * there can neither leave nor score nor win any more.
 *
 * @param result what to enter
 * @param absent who the real result names, but is out of the season already
 */
public record RealResult(Result result, List<Contestant> absent) {

    public RealResult {
        absent = List.copyOf(absent);
    }

    /**
     * Fits what really happened to a season.
     *
     * @param lasting everybody's id, whoever really lasted longest first: the winner is taken from there where all that were placed are out
     */
    public static RealResult fit(Season season, Episode episode, Result real, List<String> lasting) {
        return new Fitting(season.asEntered(), episode, real, lasting).fit();
    }

    /** Whether nothing of a result is known but who withdrew, which a command says before anything else. */
    public static boolean isPending(Result known) {
        return known.eliminated().isEmpty()
                && known.marks().isEmpty()
                && known.placements().isEmpty()
                && known.answers().isEmpty();
    }

    private static final class Fitting {

        private final Season season;
        private final Episode episode;
        private final Result real;
        private final Result known;
        private final List<String> lasting;
        private final Set<String> in = new HashSet<>();

        Fitting(Season season, Episode episode, Result real, List<String> lasting) {
            this.season = season;
            this.episode = episode;
            this.real = real;
            this.known = season.result(episode.number());
            this.lasting = lasting;
            season.inAt(episode).forEach(who -> in.add(who.id()));
        }

        RealResult fit() {
            List<String> withdrew = withdrew();
            Result fitted = new Result(
                    known.eliminated().or(() -> real.eliminated().map(left -> without(withdrew, stillIn(left)))),
                    withdrew,
                    known.marks().or(() -> real.marks().map(this::ofThoseIn)),
                    known.placements().isEmpty() ? places() : known.placements(),
                    answers());
            return new RealResult(fitted, absent());
        }

        private List<String> withdrew() {
            Stream<String> really = isPending(known) ? stillIn(real.withdrew()).stream() : Stream.empty();
            return Stream.concat(known.withdrew().stream(), really).distinct().toList();
        }

        private List<String> stillIn(Collection<String> people) {
            return people.stream().filter(in::contains).toList();
        }

        private static List<String> without(Collection<String> others, List<String> people) {
            return people.stream().filter(who -> !others.contains(who)).toList();
        }

        private Map<String, List<BigDecimal>> ofThoseIn(Map<String, List<BigDecimal>> marks) {
            Map<String, List<BigDecimal>> fitted = new LinkedHashMap<>(marks);
            fitted.keySet().retainAll(in);
            return fitted;
        }

        /** The places of those who are in and stay, without gaps: the best of them wins here. */
        private Map<String, Integer> places() {
            Set<String> staying = staying();
            if (real.placements().isEmpty() || staying.isEmpty()) {
                return real.placements();
            }
            Map<String, Integer> left = new LinkedHashMap<>(real.placements());
            left.keySet().retainAll(staying);
            if (left.isEmpty()) {
                return lasting.stream()
                        .filter(staying::contains)
                        .limit(1)
                        .collect(Collectors.toMap(who -> who, who -> 1));
            }
            Map<String, Integer> places = new LinkedHashMap<>();
            left.forEach((who, place) -> places.put(
                    who,
                    1
                            + (int) left.values().stream()
                                    .filter(better -> better < place)
                                    .count()));
            return places;
        }

        /** Those who are in to the end, or to the last night where it was entered that all of them left in it. */
        private Set<String> staying() {
            Set<String> staying = new HashSet<>(in);
            staying.removeAll(known.gone());
            return staying.isEmpty() ? in : staying;
        }

        /** What was answered, and the real answers to whatever else is still asked and still offers them. */
        private Map<String, List<String>> answers() {
            Map<String, List<String>> answers = new LinkedHashMap<>(known.answers());
            Stream.concat(episode.asks().stream(), season.asks().stream())
                    .filter(ask ->
                            ask.question().filter(real.answers()::containsKey).isPresent())
                    .forEach(ask -> offered(ask)
                            .ifPresent(
                                    right -> answers.putIfAbsent(ask.question().orElseThrow(), right)));
            return answers;
        }

        private Optional<List<String>> offered(Ask ask) {
            List<String> right =
                    new ArrayList<>(real.answers().get(ask.question().orElseThrow()));
            right.retainAll(ask.answers());
            return Optional.of(right).filter(found -> !found.isEmpty());
        }

        private List<Contestant> absent() {
            Set<String> named = new HashSet<>(real.gone());
            real.marks().ifPresent(marks -> named.addAll(marks.keySet()));
            named.addAll(real.placements().keySet());
            named.removeAll(in);
            return season.cast().stream()
                    .filter(who -> named.contains(who.id()))
                    .toList();
        }
    }
}
