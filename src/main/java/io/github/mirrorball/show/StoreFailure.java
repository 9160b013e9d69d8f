package io.github.mirrorball.show;

import org.jspecify.annotations.Nullable;

/** What a store's ports throw. The message is a sentence for the operator and holds no user's name and no password. */
public abstract class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected StoreFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** One that comes by the hundred while a store is away, so that its sentence has to do. */
    protected StoreFailure(String sentence, @Nullable Throwable cause, boolean hasTrace) {
        super(sentence, cause, true, hasTrace);
    }

    protected StoreFailure(String sentence) {
        super(sentence);
    }

    /** Whether the store is away for a while, so that the same may succeed later. */
    public abstract boolean isOutage();

    /** Whether nobody knows if it was done all the same. */
    public abstract boolean isInDoubt();
}
