package io.github.mirrorball.reactions;

/**
 * A reaction that the bot takes away because its fan has moved on.
 *
 * @param sent whether the request is, or may be, on its way
 */
public record Removal(long poll, long user, String outcome, boolean sent) {

    /** A removal that is wanted and not sent. */
    public static Removal wanted(long poll, long user, String outcome) {
        return new Removal(poll, user, outcome, false);
    }

    public Removal asSent() {
        return new Removal(poll, user, outcome, true);
    }
}
