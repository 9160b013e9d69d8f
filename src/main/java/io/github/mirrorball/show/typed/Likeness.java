package io.github.mirrorball.show.typed;

import java.util.HashSet;
import java.util.Set;

/** How alike two words are: the share of pairs of letters that they have in common (Dice's coefficient). */
final class Likeness {

    /** From here on somebody may have mistyped the one for the other. */
    static final double NOTABLE = 0.4;

    private Likeness() {}

    /** From 0, nothing in common, to 1, the same pairs of letters. */
    static double of(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        int all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all == 0 ? 0 : 2.0 * pairs.size() / all;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
