package io.github.mirrorball.rehearsal.play;

import java.io.PrintStream;

/**
 * Where a person reads.
 *
 * @param watched whether that is a terminal that a person looks at
 */
public record Terminal(PrintStream out, PrintStream err, boolean watched) {

    /** Progress for so many steps. */
    public Progress progress(String title, int steps) {
        return watched ? new Bar(title, steps) : new Lines(err);
    }
}
