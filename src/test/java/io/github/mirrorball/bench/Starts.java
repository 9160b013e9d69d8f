package io.github.mirrorball.bench;

import io.github.mirrorball.Elsewhere;
import io.github.mirrorball.faults.Launcher;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * From the start of the process until it logs that it is ready on the stage, and the memory that it takes of the machine then. It is the
 * program's {@code run} with the image's options, on a Java that is linked and with an archive of classes that is made as the image's are;
 * what leads it to the stage stands behind the jar on the class path.
 */
final class Starts {

    private static final int STARTS = 7;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int MOST_MEGABYTES = 150;

    private final Sizes sizes;
    private final Image image = Image.read();

    Starts(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Row> rows(Path directory) {
        List<Row> rows = new ArrayList<>();
        Optional.ofNullable(System.getProperty("bench.jar")).map(Path::of).ifPresent(jar -> {
            jdk("25").ifPresent(home -> rows.add(withCache(directory, jar, home)));
            jdk("17").ifPresent(home -> rows.add(withArchive(directory, jar, home)));
        });
        return rows;
    }

    /** As the image starts. */
    private Row withCache(Path directory, Path jar, Path jdk) {
        Path home = directory.resolve("linked");
        List<String> link = new ArrayList<>(List.of(bin(jdk, "jlink"), "--output", home.toString()));
        link.addAll(image.linking());
        finish(link, directory.resolve("linking.log"));
        Path cache = directory.resolve("mirrorball.aot");
        return row(
                "JDK 25 with an AOT cache",
                1.0,
                directory.resolve("cached"),
                jar,
                command(home, image.training(cache)),
                command(home, image.starting(cache)));
    }

    /** The same without what JDK 17 does not know. */
    private Row withArchive(Path directory, Path jar, Path jdk) {
        Path archive = directory.resolve("mirrorball.jsa");
        List<String> starting = command(jdk, List.of("-XX:SharedArchiveFile=" + archive));
        starting.addAll(image.starting());
        return row(
                "JDK 17 with AppCDS",
                1.6,
                directory.resolve("archived"),
                jar,
                command(jdk, List.of("-XX:+UseSerialGC", "-XX:ArchiveClassesAtExit=" + archive)),
                starting);
    }

    private static List<String> command(Path home, List<String> options) {
        List<String> command = new ArrayList<>(List.of("env", "MALLOC_ARENA_MAX=2", bin(home, "java")));
        command.addAll(options);
        return command;
    }

    private static String bin(Path home, String tool) {
        return home.resolve("bin").resolve(tool).toString();
    }

    /** Where a version of Java is: this one, or the one that a property such as {@code bench.jdk25} names, or where Linux keeps them. */
    private static Optional<Path> jdk(String version) {
        if (System.getProperty("java.specification.version").equals(version)) {
            return Optional.of(Path.of(System.getProperty("java.home")));
        }
        String named = System.getProperty("bench.jdk" + version, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        try (Stream<Path> known = Files.list(Path.of("/usr/lib/jvm"))) {
            return known.filter(home -> home.getFileName().toString().matches(".*\\b" + version + "\\b.*"))
                    .filter(home -> Files.isExecutable(Path.of(bin(home, "java"))))
                    .sorted()
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private Row row(
            String name, double mostSeconds, Path data, Path jar, List<String> training, List<String> starting) {
        List<String> rehearsal = new ArrayList<>(training);
        rehearsal.addAll(List.of("-jar", jar.toString(), "rehearse", "--headless", "--fans", "5"));
        List<Double> seconds = new ArrayList<>();
        double resident = 0;
        try (Stage stage = Stage.start(StageOptions.defaults())) {
            finish(rehearsal, Files.createDirectories(data).resolve("training.log"));
            List<String> run = new ArrayList<>(starting);
            run.addAll(List.of("-cp", jar + File.pathSeparator + ownClasses(data), Elsewhere.class.getName()));
            run.addAll(List.of(stage.token(), stage.restUrl(), stage.gatewayUrl(), data.toString()));
            int last = Math.max(1, sizes.scaled(STARTS));
            for (int i = 0; i <= last; i++) {
                long begun = System.nanoTime();
                Process bot = new ProcessBuilder(run).redirectErrorStream(true).start();
                awaitReady(bot);
                seconds.add((System.nanoTime() - begun) / 1e9);
                if (i == last) {
                    LockSupport.parkNanos(IDLE.toNanos());
                    resident = resident(bot);
                }
                stop(bot);
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        // The first one made the database.
        double median = median(seconds.subList(1, seconds.size()));
        return new Row(
                "start to READY on the stage, " + name,
                "%.2f s; %.0f MB resident after %d s idle".formatted(median, resident, IDLE.toSeconds()),
                "",
                "≤ %.1f s, ≤ %d MB".formatted(mostSeconds, MOST_MEGABYTES),
                median <= mostSeconds && resident <= MOST_MEGABYTES);
    }

    private static void awaitReady(Process bot) throws IOException {
        BufferedReader log = bot.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line == null || !line.contains("Ready: "); line = log.readLine()) {
            if (line == null) {
                throw new AssertionError("The bot does not start: " + said);
            }
            said.append(line).append('\n');
        }
    }

    private static double resident(Process bot) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(bot.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As whoever runs a service stops it. */
    private static void stop(Process bot) {
        bot.destroy();
        awaitSuccess(bot, "The bot does not stop in order");
    }

    private static void finish(List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitSuccess(process, "It failed; what it said is in " + log + ": " + command);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static void awaitSuccess(Process process, String otherwise) {
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The tests' own classes as a jar: an archive knows no directories. */
    private static Path ownClasses(Path directory) {
        Path classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> Files.isRegularFile(entry.resolve("io/github/mirrorball/Elsewhere.class")))
                .findFirst()
                .orElseThrow();
        return Launcher.packed(classes, directory.resolve("bench.jar"));
    }

    private static double median(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
