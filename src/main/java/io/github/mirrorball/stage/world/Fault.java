package io.github.mirrorball.stage.world;

import java.time.Duration;

/**
 * How one request goes wrong.
 *
 * @param status what is answered; 0 for no answer at all, 200 for the true one
 * @param delay how long it takes, or what a 429 asks the bot to wait
 * @param takesEffect whether the request is carried out all the same
 */
public record Fault(int status, Duration delay, boolean takesEffect) {
    /** 429: come back later. Discord speaks in whole seconds here. */
    public static Fault tooMany(Duration retryAfter) {
        return new Fault(429, retryAfter, false);
    }

    /** Discord has a problem of its own, for instance 500 or 503. */
    public static Fault status(int status) {
        return new Fault(status, Duration.ZERO, false);
    }

    /** The request is never answered. */
    public static Fault silence() {
        return new Fault(0, Duration.ZERO, false);
    }

    /** The request is answered truly, but late. */
    public static Fault slow(Duration delay) {
        return new Fault(200, delay, true);
    }

    /** The request is carried out, but the answer is this fault. */
    public Fault takingEffect() {
        return new Fault(status, delay, true);
    }

    public boolean isSlow() {
        return status == 200;
    }
}
