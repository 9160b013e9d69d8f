package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Contestant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Finds contestants by what people type: the whole name, both first names, a first name with an initial, the partner, or any word that
 * only one has. The strictest way that fits anybody decides; where it fits several, nobody is chosen.
 */
public final class CastIndex {

    private static final int MOST_ALIKE = 5;

    /** From the strictest on. */
    private static final List<BiPredicate<CastName, Typed>> WAYS = List.of(
            CastName::isCalled,
            CastName::isCalledInLetters,
            CastName::isCalledWithoutAccents,
            CastName::hasId,
            CastName::isCouple,
            CastName::hasWords,
            CastName::hasBeginnings);

    private final List<CastName> names;

    public CastIndex(List<Contestant> cast) {
        this.names = cast.stream().map(CastName::new).toList();
    }

    /** Who may be meant. */
    public CastMatch find(String text) {
        Typed typed = new Typed(text);
        return WAYS.stream()
                .map(way -> fitting(way, typed))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> new CastMatch(found, List.of()))
                .orElseGet(() -> new CastMatch(List.of(), alike(typed)));
    }

    private List<Contestant> fitting(BiPredicate<CastName, Typed> way, Typed typed) {
        return names.stream()
                .filter(name -> way.test(name, typed))
                .sorted(Comparator.<CastName>comparingDouble(name -> name.likeness(typed))
                        .reversed())
                .map(CastName::contestant)
                .toList();
    }

    private List<Contestant> alike(Typed typed) {
        return names.stream()
                .filter(name -> name.likeness(typed) >= Likeness.NOTABLE)
                .sorted(Comparator.<CastName>comparingDouble(name -> name.likeness(typed))
                        .reversed())
                .limit(MOST_ALIKE)
                .map(CastName::contestant)
                .toList();
    }

    /** Everybody whom the unfinished text may come to mean, the best fitting first; the whole cast while nothing is typed. */
    public Stream<Contestant> suggest(String text) {
        Typed typed = new Typed(text);
        if (typed.key().isEmpty()) {
            return names.stream().map(CastName::contestant);
        }
        Stream<Contestant> fitting = WAYS.stream().flatMap(way -> fitting(way, typed).stream());
        Stream<Contestant> within =
                names.stream().filter(name -> name.contains(typed)).map(CastName::contestant);
        return Stream.of(fitting, within, alike(typed).stream())
                .flatMap(all -> all)
                .distinct();
    }

    /** The first of the others who could be taken for this one, whoever types either of their whole names in a hurry. */
    public static Optional<Contestant> findIndistinct(Contestant one, List<Contestant> others) {
        return others.stream()
                .filter(other -> isSame(one.label(), other.label())
                        || isSame(one.label(), other.name())
                        || isSame(one.name(), other.label()))
                .findFirst();
    }

    private static boolean isSame(String name, String other) {
        Typed one = new Typed(name);
        Typed two = new Typed(other);
        return one.bareKey().equals(two.bareKey())
                && (!one.bareKey().isEmpty() || one.folded().equals(two.folded()));
    }

    /** The shortest that a contestant of the cast can be called without being taken for another. */
    public String shortName(Contestant who) {
        return find(who.name()).only().filter(who::equals).isPresent() ? who.name() : who.label();
    }
}
