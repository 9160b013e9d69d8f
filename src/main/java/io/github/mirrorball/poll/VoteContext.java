package io.github.mirrorball.poll;

import java.util.List;
import java.util.Optional;

/**
 * All that a voter's action in a poll depends on, read in one go while the poll is held.
 *
 * @param fan the fan behind the voter, if they were seen before, under the name of then
 * @param pick the fan's pick as it stands
 * @param reactions the outcomes on which reactions of the voter are known to stand
 * @param hasMarks whether the erasures keep marks on the poll, whoever's
 * @param hasRemovals whether removals of the voter's reactions are asked for or under way
 */
public record VoteContext(
        VoteEligibility eligibility,
        Optional<Fan> fan,
        Optional<Pick> pick,
        List<String> reactions,
        boolean hasMarks,
        boolean hasRemovals) {

    /** The reactions that stand beside this one. */
    public List<String> reactionsBut(String outcome) {
        return reactions.stream().filter(other -> !other.equals(outcome)).toList();
    }
}
