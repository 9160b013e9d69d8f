package io.github.mirrorball.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** What happened when, for whoever has to find out why; in real time. Thread-safe. */
final class Diary implements AutoCloseable {

    private final InstantSource systemClock = InstantSource.system();
    private final PrintWriter out;

    Diary(Path file) {
        try {
            out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void note(String what) {
        synchronized (out) {
            out.println(systemClock.instant() + " " + what);
            out.flush();
        }
    }

    @Override
    public void close() {
        out.close();
    }
}
