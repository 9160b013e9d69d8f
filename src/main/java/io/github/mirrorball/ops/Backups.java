package io.github.mirrorball.ops;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Port: copies of everything that is kept, each in one file. Instants are wire time. Thread-safe. What cannot be done is thrown as an
 * exception whose message is a sentence for the operator; nothing half-done remains.
 */
public interface Backups {

    /**
     * Writes everything that was committed before, while others go on writing. The file appears when it is whole.
     *
     * @param overwrite whether it takes the place of a file of that name
     */
    Copy write(Path file, boolean overwrite);

    /** Reads a whole backup and compares it with what it says of itself. */
    Copy check(Path file);

    /** Fills an empty database with a backup, but for whoever was erased after it was made. */
    Restored restore(Path file);

    /** The same, reading backups that are not encrypted, and no others. */
    Backups unencrypted();

    /**
     * Copies everything to another database, which has to be empty, while nobody uses either.
     *
     * @param place the address of a server's database, without a password, or a directory
     * @param password of the server's user, if it wants one; asked for only if it is a server
     */
    Copy copyTo(String place, Supplier<Optional<String>> password);

    /**
     * Goes on with what is left of a database that holds less than was saved in it. The timed backups are set aside, so that those of what is
     * left never take their place.
     *
     * @return what is left; empty if nothing is missing, and then nothing was done
     */
    Optional<Left> acceptLoss();

    /** What is in a backup. */
    record Copy(Instant madeAt, long seasons, long polls, long fans, long picks) {}

    /**
     * What is left of a database.
     *
     * @param aside where its timed backups are now; empty if there were none
     */
    record Left(Copy copy, Optional<Path> aside) {}

    /**
     * What became of a backup.
     *
     * @param erased how many people were in it who were erased since, and so are gone again
     * @param unknown of how many erasures it cannot be told whose they were, since the secret for that is in later backups only
     */
    record Restored(Copy copy, int erased, int unknown) {}
}
