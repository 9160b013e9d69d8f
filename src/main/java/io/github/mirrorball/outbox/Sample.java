package io.github.mirrorball.outbox;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something that is posted only to try it, and taken away again.
 *
 * @param channel where it is tried; an event stands in no channel
 * @param begun by wire time, before Discord was asked
 * @param posted its id at Discord; empty from when posting it was begun until Discord's answer is kept
 */
public record Sample(long id, long server, long channel, Kind kind, Instant begun, OptionalLong posted) {

    /** What is posted. */
    public enum Kind {
        CARD,
        PICTURE,
        EVENT
    }

    /** The same, once Discord has said which it is. */
    public Sample postedAs(long atDiscord) {
        return new Sample(id, server, channel, kind, begun, OptionalLong.of(atDiscord));
    }
}
