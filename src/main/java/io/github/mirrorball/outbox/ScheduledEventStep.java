package io.github.mirrorball.outbox;

import io.github.mirrorball.outbox.ScheduledEvents.Standing;
import io.github.mirrorball.outbox.ScheduledEvents.Told;
import java.time.Instant;
import java.util.Optional;

/** What is to be done with the scheduled event of an episode: a pure function of what stands, what should, and the show clock. */
public sealed interface ScheduledEventStep {

    /** Nothing. */
    record Leave() implements ScheduledEventStep {}

    /** Making one was begun and never answered: look whether it stands. */
    record Find(Told begun) implements ScheduledEventStep {}

    /** Make it. */
    record Make(Told told) implements ScheduledEventStep {}

    /**
     * Tell it what is true now.
     *
     * @param begun whether it is on, so that its start stays as it is
     */
    record Edit(long event, Told told, boolean begun) implements ScheduledEventStep {}

    /** It is on and its episode comes later: end it, and make another. */
    record Replace(long event, Told told) implements ScheduledEventStep {}

    /** Take it away. */
    record Drop(long event) implements ScheduledEventStep {}

    /** It is over; Discord sees to the rest. */
    record Forget() implements ScheduledEventStep {}

    /**
     * The step from what stands to what is wanted.
     *
     * @param wanted of an episode that is on the air or one of the next; empty otherwise
     */
    static ScheduledEventStep between(Optional<Standing> standing, Optional<Told> wanted, Instant now) {
        if (standing.isEmpty()) {
            return wanted.filter(told -> isAhead(told, now))
                    .<ScheduledEventStep>map(Make::new)
                    .orElseGet(Leave::new);
        }
        Told told = standing.get().told();
        if (standing.get().event().isEmpty()) {
            return new Find(told);
        }
        long event = standing.get().event().getAsLong();
        if (!told.ends().isAfter(now)) {
            return wanted.filter(next -> isAhead(next, now))
                    .<ScheduledEventStep>map(Make::new)
                    .orElseGet(Forget::new);
        }
        return wanted.map(next -> between(event, told, next, now)).orElseGet(() -> new Drop(event));
    }

    private static ScheduledEventStep between(long event, Told told, Told wanted, Instant now) {
        if (told.equals(wanted)) {
            return new Leave();
        }
        boolean begun = !isAhead(told, now);
        if (isAhead(wanted, now)) {
            return begun ? new Replace(event, wanted) : new Edit(event, wanted, false);
        }
        // An episode that was moved to have begun already: its event cannot be moved there.
        return begun ? new Edit(event, wanted, true) : new Drop(event);
    }

    private static boolean isAhead(Told told, Instant now) {
        return told.starts().isAfter(now);
    }
}
