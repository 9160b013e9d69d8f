package io.github.mirrorball.store;

import io.github.mirrorball.ops.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an embedded database, claimed for one store. H2 keeps other processes out; inside one process it would let a second
 * store in without a word.
 *
 * @param path without the ending that H2 adds
 */
record EmbeddedFile(Path path) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFile.class);
    static final String ENDING = ".mv.db";

    /** How H2's files begin. */
    private static final String PLAIN = "H:2,";

    private static final String ENCRYPTED = "H2encrypt";
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    /** Claims the file that was named, and makes its directory. */
    static EmbeddedFile claim(Path named, Diagnosis diagnosis) {
        Path path = real(named);
        if (path.toString().contains(";")) {
            throw new StoreException("The path of the database, " + path + ", must not contain a semicolon.");
        }
        if (!CLAIMED.add(path)) {
            throw diagnosis.openHere();
        }
        return new EmbeddedFile(path);
    }

    /** The file itself. */
    Path file() {
        return path.resolveSibling(path.getFileName() + ENDING);
    }

    /** The file of a database that was named. */
    static Path file(Path named) {
        String name = named.getFileName().toString();
        return named.resolveSibling(name.endsWith(ENDING) ? name : name + ENDING);
    }

    /** Whether there is anything in the file of a database that was named. */
    static boolean exists(Path named) {
        try {
            return Files.size(file(named)) > 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Leaves the file to its owner alone; to be called when it was made, or written anew. */
    void restrict() {
        try {
            PrivateFiles.restrict(file());
        } catch (IOException kept) {
            LOG.warn("Others may be able to read the database {}: its permissions cannot be changed", path, kept);
        }
    }

    /** Whether the file that was named is a database that anybody can read who has it. */
    static boolean isPlain(Path named) {
        return begins(named, PLAIN);
    }

    /** Whether the file that was named is an encrypted database. */
    static boolean isEncrypted(Path named) {
        return begins(named, ENCRYPTED);
    }

    private static boolean begins(Path named, String mark) {
        try (InputStream content = Files.newInputStream(file(named))) {
            return new String(content.readNBytes(mark.length()), StandardCharsets.ISO_8859_1).equals(mark);
        } catch (IOException absent) {
            return false;
        }
    }

    @Override
    public void close() {
        restrict();
        CLAIMED.remove(path);
    }

    private static Path real(Path named) {
        Path absolute = named.toAbsolutePath().normalize();
        Path directory = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        String name = absolute.subpath(absolute.getNameCount() - 1, absolute.getNameCount())
                .toString();
        String plain = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        try {
            return PrivateFiles.createDirectories(directory).toRealPath().resolve(plain);
        } catch (IOException broken) {
            throw new StoreException(
                    "The directory " + directory
                            + " for the database cannot be made or entered. Make it, or name another.",
                    broken);
        }
    }
}
