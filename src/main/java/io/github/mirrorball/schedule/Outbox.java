package io.github.mirrorball.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the notices that are owed, and where each was posted. Instants are wire time. Thread-safe; every method joins the caller's
 * transaction, so that a change and the notices that it owes commit together.
 */
public interface Outbox {

    /** Owes a notice of a season to its place. An EDIT that is already owed and not under way is not owed twice. */
    void owe(long season, Notice notice);

    /** For each channel the first notice that may be sent at this instant, by urgency and then as owed. */
    List<Owed> sendable(Instant now);

    /**
     * When a notice that has to wait may be tried again: the earliest such instant that is still to come. To be asked before
     * {@link #sendable}, or one that comes between the two is missed.
     */
    Optional<Instant> nextTry();

    /** Notes that sending begins, so that a repeat after a crash knows that it is one. */
    void begin(long id);

    /** Writes how a notice ended, or when it is tried again. */
    void settle(long id, Ending ending);

    /** Where a notice was posted, if it was. */
    Optional<Posted> posted(Notice notice);

    /** The poll of every card that stands, by message id, for polls that are OPEN. */
    Map<Long, Long> cards();

    /** Takes parked notices of a server up again, since what they lacked may have been mended. */
    void unpark(long server);

    /**
     * A notice with its address.
     *
     * @param attempts how often sending was begun
     */
    record Owed(long id, long season, long server, long channel, Notice notice, int attempts, Instant owedAt) {}

    /** A message at Discord. */
    record Posted(long channel, long message) {}

    /** How an attempt at sending ended. */
    sealed interface Ending {

        /** It stands at Discord; the place is empty where the notice made no message. */
        record Sent(Optional<Posted> posted) implements Ending {}

        /** It is tried again at this instant. */
        record Retried(Instant at, String why) implements Ending {}

        /** It waits until a permission is mended. */
        record Parked(String why) implements Ending {}

        /** Its place is gone for good. */
        record Gone(String why) implements Ending {}
    }
}
