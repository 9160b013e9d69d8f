package io.github.mirrorball.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running bot, seen from outside. Killing is for any thread, asking for one at a time. */
public final class BotProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OVER = "\u0000over";

    private final Process process;
    private final PrintStream in;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Path log;

    private BotProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "bot-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts one. What it logs goes to the file. */
    public static BotProcess start(List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new BotProcess(process, log);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(answers::add);
        } catch (IOException | UncheckedIOException dead) {
            // It was killed in the middle of a line.
        } finally {
            answers.add(OVER);
        }
    }

    /** Waits until it is ready. False when it died before. */
    public boolean awaitReady() {
        return answer().isPresent();
    }

    /** Waits for an answer that is of no interest. */
    void awaitAnswer() {
        answer();
    }

    /** Asks and waits. Empty when it died before it answered. */
    public Optional<String> ask(String question) {
        tell(question);
        return answer();
    }

    void tell(String line) {
        in.println(line);
    }

    private Optional<String> answer() {
        try {
            String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("The bot has not answered for " + PATIENCE + "; what it logged is in " + log);
            }
            if (answer.equals(OVER)) {
                answers.add(OVER);
                return Optional.empty();
            }
            return Optional.of(answer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Processor time that it used so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Kills it as {@code kill -9} does, and returns when it is dead. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Closes it in order. */
    public void quit() {
        tell("quit");
        awaitEnd();
    }

    /** How it ended. */
    int exit() {
        return process.exitValue();
    }

    /** Returns when it has ended. */
    void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The bot does not end; what it logged is in " + log);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
