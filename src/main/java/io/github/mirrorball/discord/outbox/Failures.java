package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.PermissionName;
import io.github.mirrorball.outbox.Outbox.Ending;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What a failed request means for the notice behind it. Codes are Discord's JSON error codes. */
final class Failures {

    /** With the longest wait between most of them, some six hours. */
    private static final int MOST_ATTEMPTS = 80;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** Any other refusal may pass by itself: Discord and what stands before it also refuse in bursts what is in order. */
    private static final Set<ErrorResponse> WAIT_FOR_SOMEBODY = EnumSet.of(
            ErrorResponse.MISSING_ACCESS, ErrorResponse.MISSING_PERMISSIONS, ErrorResponse.INVALID_FORM_BODY);

    private static final int SERVER_ERRORS = 500;
    private static final int CLIENT_ERRORS = 400;
    private static final int UPLOADS_LIMITED = 400001;
    private static final int TOO_LARGE = 40005;

    private final Duration firstWait;
    private final InstantSource systemClock;

    Failures(Timeouts timeouts, InstantSource systemClock) {
        this.firstWait = timeouts.retry();
        this.systemClock = systemClock;
    }

    /** How an attempt ended that failed this way. */
    Ending of(Throwable failure, int attempts) {
        if (failure instanceof PermissionException permission) {
            return new Ending.Parked("missing " + PermissionName.of(permission.getPermission()));
        }
        if (failure instanceof ErrorResponseException answered) {
            return ofAnswer(answered, attempts);
        }
        return unknown(failure.toString(), attempts);
    }

    /** How an attempt ended that failed this way before anything was asked of Discord. */
    Ending before(RuntimeException failure, int attempts) {
        return failure instanceof PermissionException ? of(failure, attempts) : again(failure.toString(), attempts);
    }

    private Ending ofAnswer(ErrorResponseException answered, int attempts) {
        ErrorResponse code = answered.getErrorResponse();
        String why = answered.getErrorCode() + " " + answered.getMeaning();
        if (code == ErrorResponse.UNKNOWN_CHANNEL
                || code == ErrorResponse.UNKNOWN_GUILD
                || code == ErrorResponse.UNKNOWN_MESSAGE) {
            return new Ending.Gone(why);
        }
        if (WAIT_FOR_SOMEBODY.contains(code)) {
            return new Ending.Parked(why);
        }
        int status = answered.getResponse().code;
        return status < CLIENT_ERRORS || status >= SERVER_ERRORS ? unknown(why, attempts) : again(why, attempts);
    }

    /** Whether Discord says that the message is not there. */
    static boolean isUnknownMessage(Throwable failure) {
        return failure instanceof ErrorResponseException answered
                && answered.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE;
    }

    /** Whether Discord knows no such emoji, for instance because it was deleted. */
    static boolean isUnknownEmoji(Throwable failure) {
        return failure instanceof ErrorResponseException answered
                && answered.getErrorResponse() == ErrorResponse.UNKNOWN_EMOJI;
    }

    /** Whether the same message may be taken without its file. */
    static boolean isUploadRefused(Throwable failure) {
        return failure instanceof ErrorResponseException answered
                && (answered.getErrorCode() == UPLOADS_LIMITED
                        || answered.getErrorCode() == TOO_LARGE
                        || answered.getErrorResponse() == ErrorResponse.MISSING_PERMISSIONS);
    }

    /** A wait that doubles, until it is given up and parked; nothing was done by the attempt. */
    Ending again(String why, int attempts) {
        return waiting(why, attempts, false);
    }

    /** Like {@link #again}, after an attempt that may have done what it should all the same. */
    Ending unknown(String why, int attempts) {
        return waiting(why, attempts, true);
    }

    /** The same ending, for a notice that was in doubt before the attempt and still is. */
    static Ending unsure(Ending ending) {
        if (ending instanceof Ending.Retried retried) {
            return new Ending.Retried(retried.at(), retried.why(), true);
        }
        return ending instanceof Ending.Parked parked ? new Ending.Parked(parked.why(), true) : ending;
    }

    private Ending waiting(String why, int attempts, boolean unsure) {
        if (attempts >= MOST_ATTEMPTS) {
            return new Ending.Parked(why, unsure);
        }
        Duration wait = firstWait.multipliedBy(1L << Math.min(attempts, 10));
        return new Ending.Retried(
                systemClock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), why, unsure);
    }
}
