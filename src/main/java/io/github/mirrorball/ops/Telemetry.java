package io.github.mirrorball.ops;

import io.github.mirrorball.poll.Receipt;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Port: how the bot is doing, told as it happens. What is told names no person, no server and nothing of theirs. Durations are real
 * time, but for {@link #recordDone}. Thread-safe; every method returns at once and throws nothing.
 */
public interface Telemetry {

    /** Nobody listens. */
    Telemetry NONE = new NoTelemetry();

    /**
     * What takes how the interactions of one route end; to be asked for once a route.
     *
     * @param kind what kind of interactions they are
     * @param route where they lead: a command's full name, or what a component's id begins with
     */
    Consumer<Outcome> interactions(String kind, String route);

    /** Discord has taken the first answer to an interaction, so long after that came in. */
    void recordAcknowledged(Duration after);

    /** What a reaction means was decided and is durable, so long after it came in. */
    void recordDecided(Duration after);

    /** An action on a ballot was decided. */
    void recordCast(Way way, Receipt receipt);

    /** Something that was due was done, so long after its instant by the show clock. */
    void recordDone(Task task, Duration late);

    /** Whether Discord tells the bot what happens, from now on. */
    void recordConnected(boolean connected);

    /** The gateway's session was interrupted and goes on: resumed, or else anew and with a gap. */
    void recordReconnected(boolean resumed);

    /** Discord answered a request with this status of HTTP; 0 where no answer came. */
    void recordRequest(int status);

    /** A transaction ended, with everything that it waited for. */
    void recordTransaction(Duration took, boolean committed);

    /** How an interaction ended. */
    enum Outcome {
        /** As it should. */
        ANSWERED,
        /** The person was told why not. */
        REJECTED,
        /** Something broke, and the person was told an incident's code. */
        FAILED,
        /** It came or waited too long and was dropped without an effect. */
        LATE,
        /** Too many waited before it, and the person was told to come again. */
        BUSY
    }

    /** How people act on a ballot. */
    enum Way {
        REACTION,
        MENU,
        BUTTON,
        FORM
    }

    /** What is due at an instant that nothing can move any more. */
    enum Task {
        /** The lock of a poll. */
        LOCK,
        /** A reminder, the question for a result, a broadcast's beginning, a result's reveal. */
        MOMENT
    }
}
