package io.github.mirrorball.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was erased, beside the backups, so that a restored one can be rid of them again: a line each, with when and with a seal that only
 * whoever has the database or a backup can compare. Lines are only ever added, so journals of several processes can be put together.
 * Thread-safe.
 */
public final class ErasureJournal {

    /** The file's name. */
    public static final String NAME = "erased.txt";

    private static final Logger LOG = LoggerFactory.getLogger(ErasureJournal.class);

    private final Path file;
    private final InstantSource wire;

    /**
     * @param directory of the backups; made with the first line
     * @param wire real time, by which backups are made too
     */
    public ErasureJournal(Path directory, InstantSource wire) {
        this.file = directory.resolve(NAME);
        this.wire = wire;
    }

    /** Adds a line, which is on the disk when this returns. An erasure is not refused because there is no place to note it. */
    public void note(String seal) {
        try {
            PrivateFiles.createDirectories(file.resolveSibling(""));
            ByteBuffer line = StandardCharsets.UTF_8.encode(wire.instant() + " " + seal + "\n");
            try (WritableByteChannel journal = PrivateFiles.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC)) {
                journal.write(line);
            }
        } catch (IOException unwritable) {
            LOG.error(
                    "Somebody was erased, but {} cannot be written to: whoever restores a backup from before this has to"
                            + " erase them once more",
                    file,
                    unwritable);
        }
    }

    /** The seals that were noted after an instant; none where there is no journal. What was written by halves is passed over. */
    public Set<String> after(Instant instant) {
        Set<String> seals = new HashSet<>();
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(line -> add(line, instant, seals));
            }
            return seals;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The journal of erasures, " + file + ", cannot be read.", unreadable);
        }
    }

    private static void add(String line, Instant after, Set<String> seals) {
        String[] parts = line.split(" ", 2);
        try {
            if (parts.length == 2 && Instant.parse(parts[0]).isAfter(after)) {
                seals.add(parts[1]);
            }
        } catch (DateTimeException half) {
            LOG.warn("A line of the journal of erasures cannot be read");
        }
    }
}
