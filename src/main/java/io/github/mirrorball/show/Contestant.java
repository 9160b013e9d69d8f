package io.github.mirrorball.show;

import java.util.Optional;

/**
 * Who can be picked.
 *
 * @param id a slug, unique in its season; {@link #NO_ONE} is reserved
 * @param partner the other half of the couple, where there is one
 * @param emoji the emoji that stands for this contestant on ballots, where the host chose one
 */
public record Contestant(String id, String name, Optional<String> partner, Optional<String> emoji) {

    /** The outcome that means that nobody left; no contestant may have it as an id. */
    public static final String NO_ONE = "none";

    /** The name with the partner's, as people read it. */
    public String label() {
        return partner.map(other -> name + " & " + other).orElse(name);
    }
}
