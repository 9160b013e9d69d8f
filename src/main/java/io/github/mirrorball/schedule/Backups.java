package io.github.mirrorball.schedule;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Port: copies of everything that is kept, each in one file. Instants are wire time. Thread-safe. What cannot be done is thrown as an
 * exception whose message is a sentence for the operator; nothing half-done remains.
 */
public interface Backups {

    /** Writes everything that was committed before, while others go on writing. The file appears when it is whole. */
    Copy write(Path file);

    /** Reads a whole backup and compares it with what it says of itself. */
    Copy check(Path file);

    /** Fills an empty database with a backup, but for whoever was erased after it was made. */
    Restored restore(Path file);

    /** What is in a backup. */
    record Copy(Instant madeAt, long seasons, long polls, long fans, long picks) {}

    /**
     * What became of a backup.
     *
     * @param erased how many people were in it who were erased since, and so are gone again
     */
    record Restored(Copy copy, int erased) {}
}
