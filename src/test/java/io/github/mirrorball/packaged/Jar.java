package io.github.mirrorball.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program's jar and how it is started: from a directory, with an environment that holds a search path and a language and otherwise only what is
 * given. Immutable.
 *
 * @param file the jar
 * @param directory in which it is started
 * @param environment what it is given besides
 * @param options for its Java
 * @param user who starts it, as a command that goes before Java's; empty for whoever runs the tests
 */
record Jar(Path file, Path directory, Map<String, String> environment, List<String> options, List<String> user) {

    /** Where the build puts it. */
    static final Path FILE = Path.of(System.getProperty("packaged.jar", "target/mirrorball.jar"));

    /** The jar in this directory, which need not hold anything. */
    static Jar in(Path directory) {
        if (!Files.isRegularFile(FILE)) {
            throw new IllegalStateException("There is no " + FILE + ": package it first.");
        }
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("PATH", System.getenv().getOrDefault("PATH", ""));
        usual.put("LC_ALL", "C.UTF-8");
        return new Jar(
                FILE,
                directory,
                usual,
                List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC"),
                List.of());
    }

    /** The same with one more variable in its environment. */
    Jar with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(key, value);
        return new Jar(file, directory, more, options, user);
    }

    /** The same with one more option for its Java. */
    Jar withOption(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Jar(file, directory, environment, more, user);
    }

    /** The same program from another file. */
    Jar of(Path other) {
        return new Jar(other, directory, environment, options, user);
    }

    /** The same for whoever this command makes of whoever runs the tests. */
    Jar as(List<String> other) {
        return new Jar(file, directory, environment, options, other);
    }

    /** The same with a file in its directory. */
    Jar holding(String name, String... lines) {
        try {
            Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    /** Starts it and returns at once. */
    Program start(String... arguments) {
        List<String> command = new ArrayList<>(user);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", file.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Program(String.join(" ", arguments), builder.start());
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Starts it and waits until it has ended. */
    Ended run(String... arguments) {
        try (Program program = start(arguments)) {
            return program.awaitEnd();
        }
    }
}
