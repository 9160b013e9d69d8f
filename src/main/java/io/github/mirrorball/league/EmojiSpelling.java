package io.github.mirrorball.league;

import java.util.Optional;

/** How Discord spells emoji. Thread-safe; asks nobody. */
@FunctionalInterface
public interface EmojiSpelling {

    /**
     * An emoji as Discord spells it; empty where it has none like that. A server's own is left as it is, since only Discord knows whether it
     * is still there.
     */
    Optional<String> spell(String emoji);
}
