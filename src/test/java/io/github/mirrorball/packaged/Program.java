package io.github.mirrorball.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as it runs, read line by line. Thread-safe. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String command;
    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Long> ended;
    private volatile long lastLine = System.nanoTime();

    Program(String command, Process process) {
        this.command = command;
        this.process = process;
        CompletableFuture<Void> outRead = read(process.inputReader(StandardCharsets.UTF_8), out);
        CompletableFuture<Void> errRead = read(process.errorReader(StandardCharsets.UTF_8), err);
        this.ended = process.onExit()
                .thenApply(over -> System.nanoTime())
                .thenCombine(CompletableFuture.allOf(outRead, errRead), (at, read) -> at);
    }

    private CompletableFuture<Void> read(BufferedReader from, List<String> lines) {
        CompletableFuture<Void> read = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (from) {
                        from.lines().forEach(line -> {
                            lastLine = System.nanoTime();
                            lines.add(line);
                        });
                    } catch (IOException | UncheckedIOException dead) {
                        lines.add("(the rest cannot be read: " + dead + ")");
                    }
                    read.complete(null);
                },
                "lines of " + command);
        reader.setDaemon(true);
        reader.start();
        return read;
    }

    /** What it has printed so far, to both. */
    String said() {
        return Stream.of(out, err).flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    /** Waits for a line, and returns it. */
    String awaitLine(Predicate<String> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean over = !process.isAlive() && ended.isDone();
            for (List<String> lines : List.of(out, err)) {
                for (String line : lines) {
                    if (wanted.test(line)) {
                        return line;
                    }
                }
            }
            if (over || System.nanoTime() > until) {
                throw new AssertionError("`" + command + "` has not said that. It said:\n" + said());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Tells it to stop, as Ctrl-C and whoever runs services do, and returns at once. */
    Program terminate() {
        process.destroy();
        return this;
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until it has ended. */
    Ended awaitEnd() {
        try {
            long at = ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Ended(command, process.exitValue(), out, err, Duration.ofNanos(Math.max(0, at - lastLine)));
        } catch (TimeoutException late) {
            throw new AssertionError("`" + command + "` does not end. It said:\n" + said(), late);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
