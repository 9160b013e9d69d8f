package io.github.mirrorball.discord;

/**
 * Where an interaction goes.
 *
 * @param path a command's full name ("season import"), or what a component's or form's id begins with before its first colon
 * @param mode how it is acknowledged
 * @param ordered whether it acts on the poll that its id names first, so that it keeps to that poll's order
 */
public record Route(Kind kind, String path, Mode mode, boolean ordered, Handler handler) {

    /** What kind of interaction it is. */
    public enum Kind {
        COMMAND,
        SUGGESTION,
        COMPONENT,
        FORM
    }

    /** What a handler may answer with, and so how the watchdog can buy time for it. */
    public enum Mode {
        /** A message that only the person sees. */
        ANSWER_PRIVATE,
        /** A message that the channel sees. */
        ANSWER_PUBLIC,
        /** A new face for the message whose component was used. */
        UPDATE,
        /** A form; it cannot be deferred, so its handler is quick. */
        MODAL,
        /** Suggestions; they cannot be deferred either. */
        CHOICES
    }

    /** Answers a request, or throws a {@link Rejection}. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Request request);
    }

    /** A command that anyone may use and that answers privately. */
    public static Route command(String path, Mode mode, Handler handler) {
        return new Route(Kind.COMMAND, path, mode, false, handler);
    }

    /** Suggestions for the options of a command. */
    public static Route suggestion(String path, Handler handler) {
        return new Route(Kind.SUGGESTION, path, Mode.CHOICES, false, handler);
    }

    /** A button or menu. */
    public static Route component(String path, Mode mode, Handler handler) {
        return new Route(Kind.COMPONENT, path, mode, false, handler);
    }

    /** A form that was sent. */
    public static Route form(String path, Mode mode, Handler handler) {
        return new Route(Kind.FORM, path, mode, false, handler);
    }

    /** The same route, in the order of the poll that the id names first. */
    public Route inOrder() {
        return new Route(kind, path, mode, true, handler);
    }
}
