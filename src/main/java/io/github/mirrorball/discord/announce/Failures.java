package io.github.mirrorball.discord.announce;

import io.github.mirrorball.schedule.Outbox.Ending;
import java.time.Duration;
import java.time.Instant;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What a failed request means for the notice behind it. Codes are Discord's JSON error codes. */
final class Failures {

    private static final int MOST_ATTEMPTS = 12;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int SERVER_ERRORS = 500;
    private static final int CLIENT_ERRORS = 400;

    private Failures() {}

    /** How an attempt ended that failed this way; {@code now} is wire time. */
    static Ending of(Throwable failure, int attempts, Instant now) {
        if (failure instanceof PermissionException permission) {
            return new Ending.Parked("missing " + permission.getPermission().getName());
        }
        if (failure instanceof ErrorResponseException answered) {
            return ofAnswer(answered, attempts, now);
        }
        return again(failure.toString(), attempts, now);
    }

    private static Ending ofAnswer(ErrorResponseException answered, int attempts, Instant now) {
        ErrorResponse code = answered.getErrorResponse();
        String why = answered.getErrorCode() + " " + answered.getMeaning();
        if (code == ErrorResponse.UNKNOWN_CHANNEL
                || code == ErrorResponse.UNKNOWN_GUILD
                || code == ErrorResponse.UNKNOWN_MESSAGE) {
            return new Ending.Gone(why);
        }
        int status = answered.getResponse().code;
        boolean refused = status >= CLIENT_ERRORS && status < SERVER_ERRORS && status != 429;
        return refused ? new Ending.Parked(why) : again(why, attempts, now);
    }

    /** A wait that doubles, until it is given up and parked. */
    static Ending again(String why, int attempts, Instant now) {
        if (attempts >= MOST_ATTEMPTS) {
            return new Ending.Parked(why);
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return new Ending.Retried(now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), why);
    }
}
