package io.github.mirrorball.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Port: the notices that are owed, and where each was posted. Instants are wire time. Thread-safe; every method joins the caller's
 * transaction, so that a change and the notices that it owes commit together.
 */
public interface Outbox {

    /**
     * Owes notices, in this order. What is no CREATE is not owed twice while it is not under way; one that is parked is taken up again
     * instead.
     */
    void owe(List<Owing> owing);

    /** Owes one notice. */
    default void owe(long season, Notice notice) {
        owe(List.of(new Owing(season, notice)));
    }

    /**
     * For each of so many channels, those with the most urgent first, the first notice that may be sent at this instant, by urgency and then as
     * owed; and before them the first direct message, since those go one after another. One that waits for its next try holds up nothing
     * but, for two minutes at most, those messages of its season that should come after it.
     *
     * @param busy channels that are left out
     */
    List<Owed> sendable(Instant now, Set<Long> busy, int most);

    /** The same for every channel. */
    default List<Owed> sendable(Instant now) {
        return sendable(now, Set.of(), Integer.MAX_VALUE);
    }

    /**
     * When a notice that has to wait may be tried again: the earliest such instant that is still to come. To be asked before
     * {@link #sendable}, or one that comes between the two is missed.
     */
    Optional<Instant> nextTry();

    /**
     * Notes that sending begins, and where a message goes, so that a repeat after a crash knows that it is one: from here on its outcome is in
     * doubt. False if it is not as it was read any more, since somebody else has begun or ended it meanwhile: then it is not to be sent.
     */
    boolean begin(Owed owed);

    /** Writes how a notice ended, or when it is tried again. */
    void settle(long id, Ending ending);

    /** Where a notice was posted, if it was. */
    Optional<Posted> posted(Notice notice);

    /** The poll of every card that stands, by message id, for polls that are OPEN. */
    Map<Long, Long> cards();

    /**
     * Takes parked notices up again, since what they lacked may have been mended: those of one server, or, where none is named, of every
     * server of this process.
     */
    void unpark(OptionalLong server);

    /** Takes a server's parked notices up again. */
    default void unpark(long server) {
        unpark(OptionalLong.of(server));
    }

    /** A notice that a season owes. */
    record Owing(long season, Notice notice) {}

    /**
     * A notice with its address.
     *
     * @param season 0 for an event of a season that is gone
     * @param channel where it goes, one notice at a time; a server's events have a lane of their own, its negated id
     * @param attempts how often sending was begun
     * @param doubt when there was an attempt whose outcome nobody knows, so that its message may stand already
     */
    record Owed(
            long id,
            long season,
            long server,
            long channel,
            Notice notice,
            int attempts,
            Instant owedAt,
            Optional<Doubt> doubt) {

        /** A notice that surely does not stand anywhere. */
        public Owed(long id, long season, long server, long channel, Notice notice, int attempts, Instant owedAt) {
            this(id, season, server, channel, notice, attempts, owedAt, Optional.empty());
        }
    }

    /**
     * The span of wire time in which attempts without a known outcome were begun.
     *
     * @param channel where the last of them went, which need not be where the notice would go now
     */
    record Doubt(Instant first, Instant last, long channel) {}

    /** A message at Discord. */
    record Posted(long channel, long message) {}

    /** How an attempt at sending ended. */
    sealed interface Ending {

        /** It stands at Discord; the place is empty where the notice made no message. */
        record Sent(Optional<Posted> posted) implements Ending {}

        /**
         * It is tried again at this instant.
         *
         * @param unsure whether its message may stand all the same
         */
        record Retried(Instant at, String why, boolean unsure) implements Ending {

            /** An attempt that surely made nothing. */
            public Retried(Instant at, String why) {
                this(at, why, false);
            }
        }

        /**
         * It waits until somebody mends something, as {@link Outbox#unpark} is told.
         *
         * @param unsure whether its message may stand all the same
         */
        record Parked(String why, boolean unsure) implements Ending {

            /** An attempt that surely made nothing. */
            public Parked(String why) {
                this(why, false);
            }
        }

        /** Its place is gone for good. */
        record Gone(String why) implements Ending {}
    }
}
