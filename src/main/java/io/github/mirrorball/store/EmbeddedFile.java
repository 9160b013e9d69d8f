package io.github.mirrorball.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file of an embedded database, claimed for one store. H2 keeps other processes out; inside one process it would let a second
 * store in without a word.
 *
 * @param path without the ending that H2 adds
 */
record EmbeddedFile(Path path) implements AutoCloseable {

    static final String ENDING = ".mv.db";
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

    @Override
    public void close() {
        CLAIMED.remove(path);
    }

    private static Path real(Path named) {
        Path absolute = named.toAbsolutePath().normalize();
        Path directory = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        String name = absolute.subpath(absolute.getNameCount() - 1, absolute.getNameCount())
                .toString();
        String plain = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        try {
            return Files.createDirectories(directory).toRealPath().resolve(plain);
        } catch (IOException broken) {
            throw new StoreException(
                    "The directory " + directory
                            + " for the database cannot be made or entered. Make it, or name another.",
                    broken);
        }
    }
}
