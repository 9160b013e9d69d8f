package io.github.mirrorball.poll;

import java.util.Optional;

/** What became of an action on a ballot. */
public sealed interface Receipt {

    /** The pick is committed, in place of the previous one where there was one. */
    record Taken(String outcome, Optional<String> previous) implements Receipt {}

    /** The pick is gone. */
    record TakenBack(String outcome) implements Receipt {}

    /** There was nothing to change. */
    record Unchanged() implements Receipt {}

    /** The poll takes no picks: it is in this state, or past its lock while still OPEN. */
    record TooLate(PollState state) implements Receipt {}

    /** The poll has no such outcome any more. */
    record Struck() implements Receipt {}

    /** There is no such poll. */
    record Unknown() implements Receipt {}
}
