package io.github.mirrorball.rehearsal.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a rehearsal keeps its database.
 *
 * @param passing whether it is removed at the end
 */
public record DataDir(Path path, boolean passing) implements AutoCloseable {

    /** The named directory, or a temporary one. What is in use already is never rehearsed on. */
    public static DataDir of(Optional<Path> named) throws IOException {
        if (named.isEmpty()) {
            return new DataDir(Files.createTempDirectory("mirrorball-"), true);
        }
        Path path = named.get();
        if (Files.exists(path) && !isEmptyDirectory(path)) {
            throw new PlayFailure("A rehearsal keeps its data in an empty directory, and " + path + " is not one.");
        }
        return new DataDir(Files.createDirectories(path), false);
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        if (passing) {
            clear(path);
            Files.delete(path);
        }
    }

    /** Deletes everything that is in a directory. */
    public static void clear(Path directory) throws IOException {
        try (Stream<Path> content = Files.walk(directory)) {
            for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(directory)) {
                    Files.delete(each);
                }
            }
        }
    }
}
