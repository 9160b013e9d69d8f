package io.github.mirrorball.rehearsal.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The Chromium of this computer without a window, driven over its own debugging protocol. It can reach nothing but this computer. Thread-safe.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final String LISTENING = "DevTools listening on ";
    private static final long PATIENCE_SECONDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<Path> INSTALLED = find();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> tabs = new ConcurrentHashMap<>();

    private Chromium(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ears())
                .join();
    }

    /** Where it is installed, if it is and can be run; some systems have a program of that name that only tells where to get it. */
    static Optional<Path> installed() {
        return INSTALLED;
    }

    /** Skips the test that calls it, and says so, where none is installed. */
    static void installedOrSkip() {
        assumeTrue(
                INSTALLED.isPresent(), "the rehearsal's page in a browser, since no Chromium or Chrome is on the PATH");
    }

    private static Optional<Path> find() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .filter(Chromium::tellsItsVersion)
                .findFirst();
    }

    private static boolean tellsItsVersion(Path program) {
        try {
            Process asked = new ProcessBuilder(program.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String version = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.startsWith("Chromium ") || version.startsWith("Google Chrome ");
        } catch (IOException unusable) {
            return false;
        }
    }

    /** Starts one; {@link #installed()} must have found it. */
    static Chromium start() {
        try {
            Path profile = Files.createTempDirectory("mirrorball-browser");
            Process process = new ProcessBuilder(command(profile))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Chromium(process, profile, address(process));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> command(Path profile) {
        List<String> command = new ArrayList<>(List.of(
                installed().orElseThrow().toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
                "--no-first-run"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--no-sandbox");
        }
        return command;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("Chromium did not start");
        }
        Thread rest = new Thread(() -> lines.lines().forEach(ignored -> {}), "chromium-log");
        rest.setDaemon(true);
        rest.start();
        return URI.create(line.substring(LISTENING.length()).strip());
    }

    /** A new tab that shares nothing with the others. */
    Tab open(Tab.Look look) {
        String context = ask("", "Target.createBrowserContext", object())
                .path("browserContextId")
                .asText();
        String target = ask(
                        "",
                        "Target.createTarget",
                        object().put("url", "about:blank").put("browserContextId", context))
                .path("targetId")
                .asText();
        String session = ask(
                        "",
                        "Target.attachToTarget",
                        object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        Tab tab = new Tab(this, session, context);
        tabs.put(session, tab::hear);
        tab.begin(look);
        return tab;
    }

    /** Closes a tab, and forgets all that was kept for it. */
    void close(String context) {
        ask("", "Target.disposeBrowserContext", object().put("browserContextId", context));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Asks something of a tab's session, or of the browser, and awaits the answer. */
    JsonNode ask(String session, String method, ObjectNode parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        synchronized (this) {
            socket.sendText(message.toString(), true).join();
        }
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(method + " failed", failed);
        }
    }

    private void hear(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message.has("id")) {
                answer(asked.remove(message.path("id").asInt()), message);
            } else {
                tabs.getOrDefault(message.path("sessionId").asText(), (method, told) -> {})
                        .accept(message.path("method").asText(), message.path("params"));
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static void answer(CompletableFuture<JsonNode> answer, JsonNode message) {
        if (message.has("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(message.path("error").toString()));
        } else {
            answer.complete(message.path("result"));
        }
    }

    @Override
    public void close() {
        socket.abort();
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            profile.toFile().deleteOnExit();
        }
    }

    /** Puts the pieces of a message together. */
    private final class Ears implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
            message.append(piece);
            if (isLast) {
                String text = message.toString();
                message.setLength(0);
                hear(text);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
