package io.github.mirrorball.discord.announce;

import io.github.mirrorball.discord.view.PermissionName;
import io.github.mirrorball.schedule.Outbox.Ending;
import java.time.Duration;
import java.time.Instant;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What a failed request means for the notice behind it. Codes are Discord's JSON error codes. */
final class Failures {

    /** With the longest wait between most of them, some six hours. */
    private static final int MOST_ATTEMPTS = 80;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int SERVER_ERRORS = 500;
    private static final int CLIENT_ERRORS = 400;
    private static final int TOO_MANY = 429;

    private Failures() {}

    /** How an attempt ended that failed this way; {@code now} is wire time. */
    static Ending of(Throwable failure, int attempts, Instant now) {
        if (failure instanceof PermissionException permission) {
            return new Ending.Parked("missing " + PermissionName.of(permission.getPermission()));
        }
        if (failure instanceof ErrorResponseException answered) {
            return ofAnswer(answered, attempts, now);
        }
        return unknown(failure.toString(), attempts, now);
    }

    /** How an attempt ended that failed this way before anything was asked of Discord. */
    static Ending before(RuntimeException failure, int attempts, Instant now) {
        return failure instanceof PermissionException
                ? of(failure, attempts, now)
                : again(failure.toString(), attempts, now);
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
        if (status < CLIENT_ERRORS || status >= SERVER_ERRORS) {
            return unknown(why, attempts, now);
        }
        return status == TOO_MANY ? again(why, attempts, now) : new Ending.Parked(why);
    }

    /** Whether Discord says that the message is not there. */
    static boolean isUnknownMessage(Throwable failure) {
        return failure instanceof ErrorResponseException answered
                && answered.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE;
    }

    /** A wait that doubles, until it is given up and parked; nothing was done by the attempt. */
    static Ending again(String why, int attempts, Instant now) {
        return waiting(why, attempts, now, false);
    }

    /** Like {@link #again}, after an attempt that may have done what it should all the same. */
    static Ending unknown(String why, int attempts, Instant now) {
        return waiting(why, attempts, now, true);
    }

    /** The same ending, for a notice that was in doubt before the attempt and still is. */
    static Ending unsure(Ending ending) {
        if (ending instanceof Ending.Retried retried) {
            return new Ending.Retried(retried.at(), retried.why(), true);
        }
        return ending instanceof Ending.Parked parked ? new Ending.Parked(parked.why(), true) : ending;
    }

    private static Ending waiting(String why, int attempts, Instant now, boolean unsure) {
        if (attempts >= MOST_ATTEMPTS) {
            return new Ending.Parked(why, unsure);
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return new Ending.Retried(now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), why, unsure);
    }
}
