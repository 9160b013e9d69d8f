package io.github.mirrorball.store;

/** The store cannot do what it was asked to. The message is a sentence for the operator and holds no user's name and no password. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Prospect prospect;

    /** Whether the same work may succeed when it is run again from its start. */
    enum Prospect {
        /** It would fail again. */
        NONE,
        /** The same, and the database holds less than was saved in it. */
        LOSS,
        /** It lost a race against another transaction. */
        RACE_LOST,
        /** The server went away, or its connection did; before the commit, so that nothing is done yet. */
        OUT_OF_REACH,
        /** The connection went away with the answer to the commit, so that nobody knows whether it is done. */
        IN_DOUBT
    }

    StoreException(String message, Throwable cause, Prospect prospect) {
        super(message, cause);
        this.prospect = prospect;
    }

    StoreException(String message, Throwable cause) {
        this(message, cause, Prospect.NONE);
    }

    StoreException(String message) {
        this(message, Prospect.NONE);
    }

    private StoreException(String message, Prospect prospect) {
        super(message);
        this.prospect = prospect;
    }

    static StoreException loss(String message) {
        return new StoreException(message, Prospect.LOSS);
    }

    /** Whether the database holds less than was saved in it, or that cannot be told; what is left of it was not touched. */
    public boolean isLoss() {
        return prospect == Prospect.LOSS;
    }

    Prospect prospect() {
        return prospect;
    }

    /** The same of a commit whose answer is missing. */
    StoreException inDoubt() {
        return prospect == Prospect.OUT_OF_REACH
                ? new StoreException(
                        getMessage() + " Whether its last change was saved is not known: look before repeating it.",
                        this,
                        Prospect.IN_DOUBT)
                : this;
    }
}
