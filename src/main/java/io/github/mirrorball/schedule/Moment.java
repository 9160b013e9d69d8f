package io.github.mirrorball.schedule;

import java.time.Duration;
import java.time.Instant;

/** Something that is due once in a season, beside the opening and locking of its polls. Instants are of the show clock. */
public sealed interface Moment {

    /** When it is due. */
    Instant at();

    /** Fans are reminded of the polls that lock at this instant. A lock that moves has other reminders. */
    record Reminder(Instant locksAt, Duration lead, Instant at) implements Moment {}

    /** An episode is over, and its host is asked for the result; once an episode, however often that is moved afterwards. */
    record Nudge(int episode, Instant at) implements Moment {}

    /** An episode goes on air. One that is moved afterwards goes on air again. */
    record Aired(int episode, Instant at) implements Moment {}

    /** A delayed version of a result takes effect. */
    record Reveal(int episode, int version, Instant at) implements Moment {}
}
