package io.github.mirrorball.stage.world;

import java.time.Duration;

/**
 * How one request goes wrong.
 *
 * @param status what is answered; 0 for no answer at all, 200 for the true one
 * @param code Discord's own code in the answer; 0 for a general error
 * @param isPage whether the answer is a page of HTML, as what stands before Discord gives it
 * @param delay how long it takes, or what a 429 asks the bot to wait
 * @param takesEffect whether the request is carried out all the same
 */
public record Fault(int status, int code, boolean isPage, Duration delay, boolean takesEffect) {
    /** 429: come back later. Discord speaks in whole seconds here. */
    public static Fault tooMany(Duration retryAfter) {
        return new Fault(429, 0, false, retryAfter, false);
    }

    /** Discord has a problem of its own, for instance 500 or 503. */
    public static Fault status(int status) {
        return refusal(status, 0);
    }

    /** Discord refuses with a code of its own, though the request is in order: for instance 403 with 40333. */
    public static Fault refusal(int status, int code) {
        return new Fault(status, code, false, Duration.ZERO, false);
    }

    /** What stands before Discord refuses with a page of HTML, for instance 403. */
    public static Fault page(int status) {
        return new Fault(status, 0, true, Duration.ZERO, false);
    }

    /** The request is never answered. */
    public static Fault silence() {
        return new Fault(0, 0, false, Duration.ZERO, false);
    }

    /** The request is answered truly, but late. */
    public static Fault slow(Duration delay) {
        return new Fault(200, 0, false, delay, true);
    }

    /** The request is carried out, but the answer is this fault. */
    public Fault takingEffect() {
        return new Fault(status, code, isPage, delay, true);
    }

    public boolean isSlow() {
        return status == 200;
    }
}
