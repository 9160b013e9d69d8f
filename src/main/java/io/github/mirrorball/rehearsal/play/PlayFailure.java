package io.github.mirrorball.rehearsal.play;

/** A rehearsal that cannot go on. The message is for the person who rehearses. */
public final class PlayFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlayFailure(String sentence) {
        super(sentence);
    }

    public PlayFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
