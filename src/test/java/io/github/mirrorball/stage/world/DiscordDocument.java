package io.github.mirrorball.stage.world;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Holds REST exchanges against Discord's own OpenAPI document. The document is not part of the project: it is the file
 * that the system property {@code discord.openapi} names, or else a {@code discord-openapi.json} in a directory beside the project's.
 * Thread-safe.
 */
public final class DiscordDocument implements Inspector {
    private static final String PROPERTY = "discord.openapi";
    private static final int MOST_FAULTS = 12;
    private static final ConcurrentMap<Path, Contents> READ = new ConcurrentHashMap<>();
    private static final LongAdder REQUESTS = new LongAdder();
    private static final LongAdder ANSWERS = new LongAdder();

    private final Contents contents;
    private final LongAdder validated = new LongAdder();

    private DiscordDocument(Contents contents) {
        this.contents = contents;
    }

    /**
     * The document, if it is there; read once a process, however often it is asked for.
     *
     * @throws IllegalStateException if the system property names a file that is not there
     */
    public static Optional<DiscordDocument> find() {
        return named().or(DiscordDocument::beside)
                .map(file -> new DiscordDocument(READ.computeIfAbsent(file, Contents::read)));
    }

    /** The document, or else the test that asks is skipped and says so. */
    public static DiscordDocument orSkip() {
        Optional<DiscordDocument> found = find();
        assumeTrue(
                found.isPresent(),
                "requests and answers against Discord's OpenAPI document, which is not here (-D" + PROPERTY + "=FILE)");
        return found.orElseThrow();
    }

    private static Optional<Path> named() {
        Optional<Path> named = Optional.of(System.getProperty(PROPERTY, ""))
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place).toAbsolutePath().normalize());
        named.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new IllegalStateException("-D" + PROPERTY + " names " + file + ", which is not there");
        });
        return named;
    }

    /** In a directory that lies beside the project's. */
    private static Optional<Path> beside() {
        Path around = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> neighbours = Files.list(around)) {
            return neighbours
                    .map(neighbour -> neighbour.resolve("discord-openapi.json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Requests validated by all documents of this process. */
    public static long requestsValidated() {
        return REQUESTS.sum();
    }

    /** Answers validated by all documents of this process. */
    public static long answersValidated() {
        return ANSWERS.sum();
    }

    /** Requests and answers that this document has validated. */
    public long validated() {
        return validated.sum();
    }

    @Override
    public List<String> request(String method, String path, Optional<JsonNode> body) {
        count(REQUESTS);
        return contents.routes()
                .find(method, path)
                .map(operation -> named(operation.name(), contents.requests().requestFaults(operation, body)))
                .orElseGet(() -> List.of(method + " " + path + ": Discord documents no such route"));
    }

    @Override
    public List<String> response(String method, String path, int status, Optional<JsonNode> body) {
        count(ANSWERS);
        return contents.routes()
                .find(method, path)
                .map(operation -> named(
                        operation.name() + " answering " + status,
                        contents.answers().answerFaults(operation, status, body)))
                .orElseGet(List::of);
    }

    private void count(LongAdder kind) {
        kind.increment();
        validated.increment();
    }

    private static List<String> named(String name, List<String> faults) {
        return faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> name + ": " + fault)
                .toList();
    }

    private record Contents(DocumentRoutes routes, DocumentSchemas requests, DocumentSchemas answers) {
        static Contents read(Path file) {
            try {
                JsonNode document = new ObjectMapper().readTree(file.toFile());
                DocumentRoutes routes = new DocumentRoutes(document);
                JsonNode schemas = BodySchemas.of(document, routes);
                return new Contents(
                        routes, new DocumentSchemas(RequestHabits.allow(schemas)), new DocumentSchemas(schemas));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }
}
