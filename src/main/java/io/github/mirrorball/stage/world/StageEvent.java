package io.github.mirrorball.stage.world;

import java.util.Optional;

/**
 * Something that people in a channel see happen.
 *
 * @param onlyFor the id of the one person who sees it; empty when everyone does
 */
public record StageEvent(Kind kind, StageChannel channel, StageMessage message, Optional<Long> onlyFor) {
    /** What happened to the message. */
    public enum Kind {
        CREATED,
        EDITED,
        DELETED,
        REACTIONS
    }
}
