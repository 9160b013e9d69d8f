package io.github.mirrorball.stage.rules;

import java.util.List;

/** Discord's no to a request. A violation is one that a correct bot would never have provoked. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final boolean violation;
    private final List<String> places;

    private Refusal(int status, int code, String message, boolean violation) {
        this(status, code, message, violation, List.of());
    }

    private Refusal(int status, int code, String message, boolean violation, List<String> places) {
        super(message, null, false, false);
        this.places = List.copyOf(places);
        this.status = status;
        this.code = code;
        this.violation = violation;
    }

    /** A request that a correct bot can make in good faith. */
    public static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message, false);
    }

    /** A request that a correct bot does not make. */
    public static Refusal violation(int status, int code, String message) {
        return new Refusal(status, code, message, true);
    }

    public static Refusal form(String fault) {
        return violation(400, 50035, fault);
    }

    /** Buttons or menus of a message have emoji that nobody can use there, for instance since one was deleted; each with its place. */
    public static Refusal emoji(List<String> places) {
        return new Refusal(400, 50035, "Invalid emoji", false, places);
    }

    public static Refusal unknownMessage() {
        return of(404, 10008, "Unknown Message");
    }

    public static Refusal unknownChannel() {
        return of(404, 10003, "Unknown Channel");
    }

    public static Refusal unknownServer() {
        return of(404, 10004, "Unknown Guild");
    }

    public static Refusal missingAccess() {
        return violation(403, 50001, "Missing Access");
    }

    public static Refusal missing(Permission permission) {
        return violation(403, 50013, "Missing Permissions: " + permission);
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public boolean isViolation() {
        return violation;
    }

    /** Where in the body the faults are, with dots between the steps; empty where that is not told. */
    public List<String> places() {
        return places;
    }
}
