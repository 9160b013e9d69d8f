package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.sample.Finding.Part;
import io.github.mirrorball.discord.sample.Finding.Verdict;
import io.github.mirrorball.discord.view.PermissionName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;

/** Discord did not do what it was asked for. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int SERVER_ERRORS = 500;
    private static final int CLIENT_ERRORS = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;
    private static final int MISSING_PERMISSIONS = 50_013;

    /** Codes of Discord's that mean the same wherever they come. */
    private static final Map<Integer, Verdict> KNOWN = Map.ofEntries(
            Map.entry(50_001, Verdict.HIDDEN),
            Map.entry(10_003, Verdict.HIDDEN),
            Map.entry(10_014, Verdict.UNKNOWN_EMOJI),
            Map.entry(400_001, Verdict.NO_UPLOADS),
            Map.entry(40_005, Verdict.NO_UPLOADS),
            Map.entry(30_038, Verdict.FULL),
            Map.entry(40_333, Verdict.PASSING),
            Map.entry(40_004, Verdict.PASSING),
            Map.entry(40_006, Verdict.PASSING),
            Map.entry(TOO_MANY_REQUESTS, Verdict.PASSING));

    /** What was to be taken away is not there. */
    private static final Set<Integer> GONE = Set.of(10_008, 10_003, 10_004, 10_070);

    private final Verdict verdict;
    private final List<String> about;
    private final int code;
    private final boolean unsure;

    private Refused(Throwable cause, Verdict verdict, List<String> about, int code, boolean unsure) {
        super(cause);
        this.verdict = verdict;
        this.about = about;
        this.code = code;
        this.unsure = unsure;
    }

    /** What a failure means for the part that was tried. */
    static Refused of(Part part, Throwable failure) {
        if (failure instanceof PermissionException lacking) {
            return missing(failure, lacking.getPermission(), 0);
        }
        if (failure instanceof ErrorResponseException answered) {
            return ofAnswer(part, answered);
        }
        return new Refused(failure, Verdict.PASSING, List.of(), 0, true);
    }

    private static Refused ofAnswer(Part part, ErrorResponseException answered) {
        int code = answered.getErrorCode();
        int status = answered.getResponse().code;
        if (code == MISSING_PERMISSIONS && part.needs().isPresent()) {
            return missing(answered, part.needs().get(), code);
        }
        if (status >= SERVER_ERRORS || status < CLIENT_ERRORS) {
            return new Refused(answered, Verdict.PASSING, List.of(), code, true);
        }
        Verdict verdict = isWithoutReason(status, code) ? Verdict.PASSING : KNOWN.getOrDefault(code, Verdict.REFUSED);
        List<String> said = List.of(code + " " + answered.getMeaning());
        return new Refused(answered, verdict, verdict == Verdict.REFUSED ? said : List.of(), code, false);
    }

    /** What stands before Discord refuses with a page, or with a status alone; either passes. */
    private static boolean isWithoutReason(int status, int code) {
        return status == TOO_MANY_REQUESTS || (status == FORBIDDEN && (code == FORBIDDEN || code == 0));
    }

    private static Refused missing(Throwable cause, Permission permission, int code) {
        return permission == Permission.VIEW_CHANNEL
                ? new Refused(cause, Verdict.HIDDEN, List.of(), code, false)
                : new Refused(cause, Verdict.MISSING, List.of(PermissionName.of(permission)), code, false);
    }

    /** Whether it may work a moment later, with nobody having done anything. */
    boolean isPassing() {
        return verdict == Verdict.PASSING;
    }

    /** Whether Discord may have done it all the same. */
    boolean isUnsure() {
        return unsure;
    }

    /** Whether what was to be taken away is not there. */
    boolean isGone() {
        return GONE.contains(code);
    }

    /** The same, after an earlier attempt that Discord may have carried out. */
    Refused unsure() {
        return new Refused(this, verdict, about, code, true);
    }

    /** Discord's own code; 0 where it gave none. */
    int code() {
        return code;
    }

    Verdict verdict() {
        return verdict;
    }

    Finding finding(Part part) {
        return new Finding(part, verdict, about);
    }
}
