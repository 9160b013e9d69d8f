package io.github.mirrorball.discord;

import io.github.mirrorball.discord.route.Timeouts;
import java.time.Duration;

/** Timeouts of which one or two are as short as a test wants them, and the others as usual. */
public final class ShortTimeouts {

    private static final Timeouts USUAL = Timeouts.USUAL;

    private ShortTimeouts() {}

    /** Time is bought for an interaction so early. */
    static Timeouts deferral(Duration other) {
        return waiting(other, USUAL.replyPicture(), USUAL.postPicture(), USUAL.silence(), USUAL.report());
    }

    /** A request is given up when Discord is silent for so long. */
    public static Timeouts silence(Duration other) {
        return waiting(USUAL.deferral(), USUAL.replyPicture(), USUAL.postPicture(), other, USUAL.report());
    }

    /** What the bot caused is forgotten so soon after it was answered. */
    public static Timeouts report(Duration other) {
        return waiting(USUAL.deferral(), USUAL.replyPicture(), USUAL.postPicture(), USUAL.silence(), other);
    }

    /** Counts are edited so often, and as often where cards are old as asked. */
    public static Timeouts edits(Duration young, Duration old) {
        return new Timeouts(
                USUAL.deferral(),
                USUAL.replyPicture(),
                USUAL.postPicture(),
                USUAL.silence(),
                USUAL.deadline(),
                USUAL.report(),
                USUAL.retry(),
                USUAL.parked(),
                young,
                old);
    }

    /** What failed is tried again so soon at first. */
    public static Timeouts retry(Duration other) {
        return new Timeouts(
                USUAL.deferral(),
                USUAL.replyPicture(),
                USUAL.postPicture(),
                USUAL.silence(),
                USUAL.deadline(),
                USUAL.report(),
                other,
                USUAL.parked(),
                USUAL.edits(),
                USUAL.oldEdits());
    }

    /** What waits for somebody is tried again so often. */
    public static Timeouts parked(Duration other) {
        return new Timeouts(
                USUAL.deferral(),
                USUAL.replyPicture(),
                USUAL.postPicture(),
                USUAL.silence(),
                USUAL.deadline(),
                USUAL.report(),
                USUAL.retry(),
                other,
                USUAL.edits(),
                USUAL.oldEdits());
    }

    private static Timeouts waiting(
            Duration deferral, Duration replyPicture, Duration postPicture, Duration silence, Duration report) {
        return new Timeouts(
                deferral,
                replyPicture,
                postPicture,
                silence,
                USUAL.deadline(),
                report,
                USUAL.retry(),
                USUAL.parked(),
                USUAL.edits(),
                USUAL.oldEdits());
    }
}
