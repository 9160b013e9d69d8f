package io.github.mirrorball.store;

/** The store cannot do what it was asked to. The message is a sentence for the operator and holds no user's name and no password. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    StoreException(String message, Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    StoreException(String message) {
        super(message);
        this.passing = false;
    }

    /** Whether the same work may succeed when it is run again from its start. */
    boolean isPassing() {
        return passing;
    }
}
