package io.github.mirrorball.discord.route;

import java.time.Duration;

/**
 * How long the bot waits, in wire time: for Discord, and before it asks Discord again.
 *
 * @param deferral how long an interaction may take before time is bought for it; Discord waits 3 s, and half of that leaves the network its share
 * @param replyPicture how long a reply waits for its picture; well within {@code deferral}
 * @param postPicture how long a post waits for its picture
 * @param silence how long nothing may come over a connection before a request is given up; JDA sends it once more then
 * @param deadline after this JDA does not send a request any more that it holds back
 * @param report how long what a request caused may still be reported by the gateway after the request's answer; nothing says when it will not
 * @param retry the pause after a request's first failure; it doubles with each further one
 * @param parked after this what waits for somebody to mend something is tried again, whether or not anybody was seen to
 * @param edits the pause between edits of the counts on a channel's cards
 * @param oldEdits the same for cards that are older than an hour, whose edits Discord limits more strictly
 */
public record Timeouts(
        Duration deferral,
        Duration replyPicture,
        Duration postPicture,
        Duration silence,
        Duration deadline,
        Duration report,
        Duration retry,
        Duration parked,
        Duration edits,
        Duration oldEdits) {

    /** As Discord and people are used to. */
    public static final Timeouts USUAL = new Timeouts(
            Duration.ofMillis(1500),
            Duration.ofMillis(700),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofMinutes(15),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));

    /** When a request is lost: longer than JDA takes to give it up, so this is for requests that it holds back or forgets. */
    public Duration lost() {
        return deadline.plus(silence.multipliedBy(5).dividedBy(2));
    }
}
