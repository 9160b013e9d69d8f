package io.github.mirrorball.bot;

/** The bot cannot start, or cannot go on; the message says why and what to do, to an operator. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
