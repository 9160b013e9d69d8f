package io.github.mirrorball.poll;

/** The states of a poll, in the order in which it goes through them; {@link #CANCELED} can follow any. */
public enum PollState {
    SCHEDULED,
    OPEN,
    LOCKED,
    RESOLVED,
    CANCELED
}
