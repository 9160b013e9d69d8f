package io.github.mirrorball.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is removed when it is no longer of use. */
record Scratch(Path path) {

    static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("mirrorball-faults-"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void remove() {
        try (Stream<Path> content = Files.walk(path)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
