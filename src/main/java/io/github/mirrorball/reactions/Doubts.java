package io.github.mirrorball.reactions;

import java.util.Set;

/**
 * Port: what keeps a reaction that was not seen to come from being a pick. Thread-safe; every method joins the caller's transaction, in
 * which the poll is held.
 */
public interface Doubts {

    /** Whether a fan picked or took a pick back after this gap of the poll had begun. */
    boolean hasActedSince(Gap gap, long fan);

    /** A fan took a pick back by hand: no reaction of theirs that is found later brings it back. */
    void recordTakenBack(long poll, long fan);

    /** Several reactions of a fan were found, and which is the newest is not known. */
    void recordSeveral(long poll, long fan);

    /** What was doubtful is not any more. */
    void settle(long poll, long fan);

    /** A season's polls in which a fan has no pick because of that. */
    Set<Long> unclear(long season, long fan);
}
