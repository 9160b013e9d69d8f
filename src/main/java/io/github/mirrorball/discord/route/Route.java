package io.github.mirrorball.discord.route;

import java.util.function.Supplier;

/**
 * Where an interaction goes.
 *
 * @param path a command's full name ("season import"), or what a component's or form's id begins with before its first colon
 * @param mode how it is acknowledged
 * @param ordered whether it acts on the poll that its id names first, so that it keeps to that poll's order
 */
public record Route(Kind kind, String path, Mode mode, boolean ordered, Voting voting) {

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

    /**
     * Decides about a vote; what it gives words the answer, once the decision is committed. Others may be decided in the same
     * transaction, and if that fails, it is asked again. Throws a {@link Rejection} if there is nothing to decide.
     */
    @FunctionalInterface
    public interface Voting {
        Supplier<Reply> decide(Request request);
    }

    private Route(Kind kind, String path, Mode mode, Handler handler) {
        this(kind, path, mode, false, request -> () -> handler.handle(request));
    }

    /** A command that anyone may use and that answers privately. */
    public static Route command(String path, Mode mode, Handler handler) {
        return new Route(Kind.COMMAND, path, mode, handler);
    }

    /** Suggestions for the options of a command. */
    public static Route suggestion(String path, Handler handler) {
        return new Route(Kind.SUGGESTION, path, Mode.CHOICES, handler);
    }

    /** A button or menu. */
    public static Route component(String path, Mode mode, Handler handler) {
        return new Route(Kind.COMPONENT, path, mode, handler);
    }

    /** A form that was sent. */
    public static Route form(String path, Mode mode, Handler handler) {
        return new Route(Kind.FORM, path, mode, handler);
    }

    /** A button, menu or form by which a fan votes in the poll that its id names first. */
    public static Route vote(Kind kind, String path, Mode mode, Voting voting) {
        return new Route(kind, path, mode, true, voting);
    }
}
