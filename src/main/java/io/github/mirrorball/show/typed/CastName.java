package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What one contestant is called, in the forms in which it is compared; each question is less strict than the one before it. */
final class CastName {

    private static final int SHORTEST_BEGINNING = 2;

    private final Contestant contestant;
    private final List<Typed> whole;
    private final List<String> own;
    private final List<String> partners;

    CastName(Contestant contestant) {
        this.contestant = contestant;
        this.whole =
                Stream.of(contestant.name(), contestant.label()).map(Typed::new).toList();
        this.own = whole.get(0).words();
        this.partners = contestant.partner().map(Typed::new).map(Typed::words).orElse(List.of());
    }

    Contestant contestant() {
        return contestant;
    }

    boolean isCalled(Typed typed) {
        return whole.stream().anyMatch(name -> name.folded().equals(typed.folded()));
    }

    boolean hasId(Typed typed) {
        return contestant.id().equals(typed.folded());
    }

    boolean isCalledInLetters(Typed typed) {
        return !typed.key().isEmpty()
                && whole.stream().anyMatch(name -> name.key().equals(typed.key()));
    }

    boolean isCalledWithoutAccents(Typed typed) {
        return !typed.bareKey().isEmpty()
                && whole.stream().anyMatch(name -> name.bareKey().equals(typed.bareKey()));
    }

    /** Both halves, in either order, each by a name and perhaps initials of the others. */
    boolean isCouple(Typed typed) {
        if (typed.halves().size() != 2) {
            return false;
        }
        List<String> first = typed.halves().get(0);
        List<String> second = typed.halves().get(1);
        return (isNamed(first, own) && isNamed(second, partners)) || (isNamed(first, partners) && isNamed(second, own));
    }

    /** Words of one half or of both, the first of them in full. */
    boolean hasWords(Typed typed) {
        return isNamed(typed.words(), own) || isNamed(typed.words(), partners) || isNamed(typed.words(), both());
    }

    /** Words of which each is begun at least. One that is typed twice means no second word that only begins like it. */
    boolean hasBeginnings(Typed typed) {
        boolean isRepeated = Set.copyOf(typed.words()).size() < typed.words().size();
        return typed.key().length() >= SHORTEST_BEGINNING
                && !isRepeated
                && covers(typed.words(), both(), CastName::isBegun);
    }

    boolean contains(Typed typed) {
        return whole.stream().anyMatch(name -> name.bareKey().contains(typed.bareKey()));
    }

    double likeness(Typed typed) {
        Stream<String> names =
                Stream.concat(whole.stream().map(Typed::bareKey), Stream.concat(own.stream(), partners.stream()));
        return names.mapToDouble(name -> Likeness.of(name, typed.bareKey()))
                .max()
                .orElse(0);
    }

    private List<String> both() {
        return Stream.concat(own.stream(), partners.stream()).toList();
    }

    private static boolean isNamed(List<String> typed, List<String> words) {
        return typed.stream().anyMatch(words::contains) && covers(typed, words, CastName::isWordOrInitial);
    }

    private static boolean isWordOrInitial(String word, String typed) {
        return word.equals(typed) || (typed.codePointCount(0, typed.length()) == 1 && isBegun(word, typed));
    }

    /** A number is never the beginning of another: it may be a score. */
    private static boolean isBegun(String word, String typed) {
        boolean isNumber = typed.codePoints().allMatch(Character::isDigit);
        return isNumber ? word.equals(typed) : word.startsWith(typed);
    }

    /** Whether each typed word fits a word of its own. */
    private static boolean covers(List<String> typed, List<String> words, BiPredicate<String, String> fits) {
        List<String> left = new ArrayList<>(words);
        return !typed.isEmpty()
                && typed.stream().allMatch(each -> take(left, each, String::equals) || take(left, each, fits));
    }

    private static boolean take(List<String> left, String typed, BiPredicate<String, String> fits) {
        for (int i = 0; i < left.size(); i++) {
            if (fits.test(left.get(i), typed)) {
                left.remove(i);
                return true;
            }
        }
        return false;
    }
}
