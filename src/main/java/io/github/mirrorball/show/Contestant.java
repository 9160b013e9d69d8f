package io.github.mirrorball.show;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who can be picked.
 *
 * @param id a slug, unique in its season; {@link #NO_ONE} is reserved
 * @param partner the other half of the couple, where there is one
 * @param emoji the emoji that stands for this contestant on ballots, where the host chose one
 */
public record Contestant(String id, String name, Optional<String> partner, Optional<String> emoji) {

    private static final int LONGEST_SLUG = 50;

    /** The outcome that means that nobody left; no contestant may have it as an id. */
    public static final String NO_ONE = "none";

    /** The name with the partner's, as people read it. */
    public String label() {
        return partner.map(other -> name + " & " + other).orElse(name);
    }

    /** A slug of the name that is not taken, and that is not kept for another meaning. */
    public static String id(String name, Collection<String> taken) {
        String slug = slug(name);
        String base = slug.isEmpty() ? "contestant" : slug;
        return IntStream.iterate(1, next -> next + 1)
                .mapToObj(number -> number == 1 ? base : base + "-" + number)
                .filter(id -> !taken.contains(id) && !id.equals(NO_ONE))
                .findFirst()
                .orElse(base);
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        return cut.replaceAll("^-+|-+$", "");
    }
}
