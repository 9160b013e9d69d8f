package io.github.mirrorball.store;

import io.github.mirrorball.show.StoreFailure;

/** The store cannot do what it was asked to. */
public final class StoreException extends StoreFailure {

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
        super(message, isAway(prospect) && !(cause instanceof StoreException) ? null : cause, !isAway(prospect));
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

    @Override
    public boolean isOutage() {
        return isAway(prospect);
    }

    private static boolean isAway(Prospect prospect) {
        return prospect == Prospect.OUT_OF_REACH || prospect == Prospect.IN_DOUBT;
    }

    @Override
    public boolean isInDoubt() {
        return prospect == Prospect.IN_DOUBT;
    }

    /** The same of work that was not begun. */
    StoreException certain() {
        return isInDoubt() && getCause() instanceof StoreException known ? known : this;
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
