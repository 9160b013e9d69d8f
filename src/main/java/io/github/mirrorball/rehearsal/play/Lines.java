package io.github.mirrorball.rehearsal.play;

import java.io.PrintStream;

/** Progress as a line a step, for logs and pipes. */
record Lines(PrintStream out) implements Progress {

    @Override
    public void step(String what) {
        out.println(what);
    }

    @Override
    public void close() {}
}
