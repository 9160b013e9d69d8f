package io.github.mirrorball.store;

import io.github.mirrorball.store.Watermark.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows outside of a database file what was committed to it, so that a file that was cut, emptied or replaced by an older one is not taken
 * for an older league. A commit costs a look at the file's length and eight bytes that nobody waits for; a checkpoint, a number in the
 * database that is written here once it is on the disk. After the end of the process alone every commit is demanded, after the end of the
 * computer what was on the disk. Thread-safe.
 */
final class CommitGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitGuard.class);
    private static final String ENDING = ".mark";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path database;
    private final Path path;
    private final UUID boot;
    private final boolean isLossAccepted;
    private Optional<WatermarkFile> file;
    private Optional<Watermark> known = Optional.empty();
    private boolean isFailing;

    private CommitGuard(Path database, Path path, UUID boot, boolean isLossAccepted, Optional<WatermarkFile> file) {
        this.database = database;
        this.path = path;
        this.boot = boot;
        this.isLossAccepted = isLossAccepted;
        this.file = file;
    }

    /**
     * Looks at the file before anybody opens it.
     *
     * @param isLossAccepted whether whatever is left of it will do
     * @throws StoreException if it holds less than was committed, or that cannot be told
     */
    static CommitGuard of(EmbeddedFile database, boolean isLossAccepted) {
        return of(database.file(), boot(), isLossAccepted);
    }

    static CommitGuard of(Path database, UUID boot, boolean isLossAccepted) {
        Path path = mark(database);
        try {
            Optional<WatermarkFile> file =
                    Files.exists(path) && !isLossAccepted ? Optional.of(WatermarkFile.open(path)) : Optional.empty();
            CommitGuard guard = new CommitGuard(database, path, boot, isLossAccepted, file);
            try {
                guard.look();
                return guard;
            } catch (RuntimeException lost) {
                guard.close();
                throw lost;
            }
        } catch (IOException unreadable) {
            throw new StoreException(
                    "The file " + path + " cannot be read or written. Look at its permissions, and at the directory's.",
                    unreadable);
        }
    }

    /** Where it is kept what a database file holds. */
    static Path mark(Path database) {
        return database.resolveSibling(database.getFileName() + ENDING);
    }

    private void look() throws IOException {
        if (file.isPresent()) {
            known = file.get().read();
            refuse(known.isEmpty(), path + ", which knows what the database holds, is damaged");
            if (known.isPresent()) {
                look(file.get(), known.get());
            }
        }
    }

    private void look(WatermarkFile from, Watermark last) throws IOException {
        long length = length();
        boolean wasThere = last.generation() > 0 || last.state() != State.CHANGING;
        refuse(wasThere && length == 0, "it is gone, or empty");
        boolean isOpen = last.state() == State.OPEN && last.isOfBoot(boot);
        long least = isOpen ? from.readLength().orElse(Long.MAX_VALUE) : last.length();
        refuse(
                (isOpen || last.state() == State.CLOSED) && length < least,
                "it had " + least + " bytes, and has " + length);
        if (last.isInterrupted(boot)) {
            LOG.warn(
                    "The computer went down, or another took its place, while the database was open. All that was saved"
                            + " up to {} has to be there and is looked for; what was saved in the second after may be"
                            + " missing.",
                    last.at());
        }
    }

    /** Looks at the number that is in the database, once it is open and before it is changed. */
    void look(long generation) {
        refuse(
                known.isEmpty() && generation > 0,
                "whether it holds all that was saved cannot be told, because " + path + " is missing");
        refuse(known.filter(last -> generation < last.generation()).isPresent(), "it is an older one of itself");
    }

    private void refuse(boolean isLess, String why) {
        if (isLess && !isLossAccepted) {
            throw StoreException.loss("The database " + database + " is not as it was left: " + why + ".");
        }
    }

    /** The file is open, or was rewritten, and everything in it counts from here on. */
    synchronized void afterOpen() {
        write(() -> {
            Watermark now = next(State.OPEN, known.map(Watermark::generation).orElse(0L));
            if (file.isEmpty()) {
                file = Optional.of(WatermarkFile.create(path, now));
            }
            file.get().writeLength(length());
            write(now, false);
        });
    }

    /** Something was committed. */
    synchronized void onCommit() {
        if (is(State.OPEN)) {
            write(() -> file.orElseThrow().writeLength(length()));
        }
    }

    /** Everything up to this number was brought to the disk. */
    synchronized void onSync(long generation) {
        if (is(State.OPEN)) {
            write(() -> write(next(State.OPEN, generation), true));
        }
    }

    /** The file will be rewritten, and nothing committed before {@link #afterOpen}. All up to this number was brought to the disk. */
    synchronized void beforeRewrite(long generation) {
        if (known.isPresent()) {
            write(() -> write(next(State.CHANGING, generation), true));
        }
    }

    /** The file was closed in order after {@link #beforeRewrite}. */
    synchronized void afterClose() {
        if (is(State.CHANGING)) {
            write(() -> {
                WatermarkFile.force(database, StandardOpenOption.WRITE);
                write(next(State.CLOSED, known.orElseThrow().generation()), true);
            });
        }
    }

    private boolean is(State state) {
        return known.filter(last -> last.state() == state).isPresent();
    }

    private Watermark next(State state, long generation) {
        return known.orElse(new Watermark(-1, State.CHANGING, 0, 0, boot, Instant.EPOCH))
                .next(
                        state,
                        generation,
                        length(),
                        boot,
                        Instant.ofEpochMilli(database.toFile().lastModified()));
    }

    private void write(Watermark now, boolean forced) throws IOException {
        WatermarkFile to = file.orElseThrow();
        to.write(now);
        if (forced) {
            to.force();
        }
        known = Optional.of(now);
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** What cannot be written demands less later, so nobody is refused for it. */
    private void write(Writing writing) {
        try {
            writing.run();
            isFailing = false;
        } catch (IOException unwritable) {
            if (!isFailing) {
                LOG.warn("{} cannot be written, so a loss might not be noticed: {}", path, unwritable.toString());
            }
            isFailing = true;
        }
    }

    private long length() {
        return database.toFile().length();
    }

    private static UUID boot() {
        try {
            return UUID.fromString(Files.readString(BOOT).strip());
        } catch (IOException | IllegalArgumentException unknown) {
            return Watermark.NO_BOOT;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException broken) {
            LOG.debug("{} could not be closed in order", path, broken);
        }
    }
}
