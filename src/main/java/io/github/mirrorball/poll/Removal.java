package io.github.mirrorball.poll;

/**
 * A reaction that the bot takes away because its fan has moved on.
 *
 * @param sent whether the request is, or may be, on its way
 * @param answered whether Discord has answered it
 * @param seen whether a removal of this reaction was reported since it was sent
 */
public record Removal(long poll, long user, String outcome, boolean sent, boolean answered, boolean seen) {

    /** A removal that is wanted and not sent. */
    public static Removal wanted(long poll, long user, String outcome) {
        return new Removal(poll, user, outcome, false, false, false);
    }

    Removal asSent() {
        return new Removal(poll, user, outcome, true, answered, seen);
    }

    Removal asAnswered() {
        return new Removal(poll, user, outcome, sent, true, seen);
    }

    Removal asSeen() {
        return new Removal(poll, user, outcome, sent, answered, true);
    }

    /** Whether both the answer and the report are in, so that nothing more can come of it. */
    boolean over() {
        return answered && seen;
    }
}
