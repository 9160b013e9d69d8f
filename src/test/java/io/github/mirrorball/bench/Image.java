package io.github.mirrorball.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the Dockerfile says of the image's Java, so that what is measured is what the image starts. */
record Image(String dockerfile) {

    private static final String JAVA = "/opt/java/bin/java";
    private static final String CACHE = "/app/mirrorball.aot";
    private static final String ENTRYPOINT = "ENTRYPOINT ";

    static Image read() {
        try {
            return new Image(Files.readString(Path.of("Dockerfile")).replaceAll("\\\\\\R", " "));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What jlink is told, but for the place of what it makes. */
    List<String> linking() {
        return words("jlink --output /opt/java", "\n").toList();
    }

    /** The JVM's options for the rehearsal that makes the archive. */
    List<String> training(Path archive) {
        return words(JAVA, "-jar")
                .map(option -> option.replace(CACHE, archive.toString()))
                .toList();
    }

    /** The JVM's options for a start. */
    List<String> starting(Path archive) {
        List<String> command = entrypoint();
        return command.subList(command.indexOf(JAVA) + 1, command.indexOf("-jar")).stream()
                .map(option -> option.replace(CACHE, archive.toString()))
                .toList();
    }

    /** The JVM's options for a start without an archive. */
    List<String> starting() {
        return starting(Path.of(CACHE)).stream()
                .filter(option -> !option.contains(CACHE))
                .toList();
    }

    private List<String> entrypoint() {
        String line = dockerfile
                .lines()
                .filter(each -> each.startsWith(ENTRYPOINT))
                .findFirst()
                .orElseThrow();
        try {
            return new ObjectMapper().readValue(line.substring(ENTRYPOINT.length()), new TypeReference<>() {});
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private Stream<String> words(String after, String before) {
        int begin = dockerfile.indexOf(after) + after.length();
        return Stream.of(dockerfile
                .substring(begin, dockerfile.indexOf(before, begin))
                .strip()
                .split("\\s+"));
    }
}
