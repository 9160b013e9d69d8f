package io.github.mirrorball.bench;

import io.github.mirrorball.faults.BotProcess;
import io.github.mirrorball.faults.Launcher;
import io.github.mirrorball.rehearsal.stage.Stage;
import io.github.mirrorball.rehearsal.stage.StageOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * From the start of the process until the bot is ready on the stage, and the memory that it takes of the machine then. The archive of
 * classes is made as for the image, by a short rehearsal; what starts the bot here stands behind the jar on the class path.
 */
final class Starts {

    private static final int STARTS = 7;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int MOST_MEGABYTES = 150;
    private static final List<String> ENVIRONMENT = List.of("env", "MALLOC_ARENA_MAX=2");
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xms24m", "-Xmx512m", "-XX:TrimNativeHeapInterval=5000");

    private final Sizes sizes;

    Starts(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Row> rows(Path directory) {
        List<Row> rows = new ArrayList<>();
        Optional<Path> jar =
                Optional.ofNullable(System.getProperty("bench.jar")).map(Path::of);
        jar.ifPresent(packed -> {
            jdk("25")
                    .ifPresent(java -> rows.add(row(
                            directory,
                            packed,
                            java,
                            "JDK 25 with an AOT cache",
                            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"),
                            "-XX:AOTCacheOutput=",
                            "-XX:AOTCache=",
                            1.0)));
            jdk("17")
                    .ifPresent(java -> rows.add(row(
                            directory,
                            packed,
                            java,
                            "JDK 17 with AppCDS",
                            List.of(),
                            "-XX:ArchiveClassesAtExit=",
                            "-XX:SharedArchiveFile=",
                            1.6)));
        });
        return rows;
    }

    /** Where a version of Java is: this one, or the one that a property such as {@code bench.jdk25} names, or where Linux keeps them. */
    private static Optional<Path> jdk(String version) {
        String here = System.getProperty("java.home");
        if (System.getProperty("java.specification.version").equals(version)) {
            return Optional.of(Path.of(here, "bin", "java"));
        }
        String named = System.getProperty("bench.jdk" + version, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named, "bin", "java"));
        }
        try (Stream<Path> known = Files.list(Path.of("/usr/lib/jvm"))) {
            return known.filter(home -> home.getFileName().toString().matches(".*\\b" + version + "\\b.*"))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private Row row(
            Path directory,
            Path jar,
            Path java,
            String name,
            List<String> training,
            String make,
            String use,
            double mostSeconds) {
        Path archive =
                directory.resolve("archive-" + java.getParent().getParent().getFileName());
        List<String> rehearsal =
                new ArrayList<>(List.of(java.toString(), make + archive, "-XX:+UseSerialGC", "-Xmx512m"));
        rehearsal.addAll(training);
        train(rehearsal, jar, directory);
        Path own = ownClasses(directory);
        List<Double> seconds = new ArrayList<>();
        double resident = 0;
        try (Stage stage = Stage.start(StageOptions.defaults())) {
            Path data = directory.resolve("data-" + archive.getFileName());
            int last = Math.max(1, sizes.scaled(STARTS));
            for (int i = 0; i <= last; i++) {
                List<String> command = new ArrayList<>(ENVIRONMENT);
                command.addAll(List.of(java.toString(), use + archive));
                command.addAll(JVM);
                command.addAll(List.of("-cp", jar + File.pathSeparator + own, MeasuredBot.class.getName()));
                command.addAll(List.of(stage.restUrl(), stage.gatewayUrl(), stage.token(), data.toString()));
                command.addAll(List.of(directory.resolve("clock").toString(), "false"));
                long begun = System.nanoTime();
                BotProcess bot = BotProcess.start(command, directory.resolve("bot.log"));
                if (!bot.awaitReady()) {
                    throw new AssertionError("The bot does not start: " + directory.resolve("bot.log"));
                }
                seconds.add((System.nanoTime() - begun) / 1e9);
                if (i == last) {
                    LockSupport.parkNanos(IDLE.toNanos());
                    resident = bot.resident();
                }
                bot.quit();
            }
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

    private static void train(List<String> java, Path jar, Path directory) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", jar.toString(), "rehearse", "--headless", "--fans", "5"));
        try {
            Process training = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("training.log").toFile())
                    .start();
            if (training.waitFor() != 0) {
                throw new AssertionError("The rehearsal failed: " + directory.resolve("training.log"));
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The benchmarks' own classes as a jar: an archive knows no directories. */
    private static Path ownClasses(Path directory) {
        Path classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> Files.isRegularFile(entry.resolve("io/github/mirrorball/bench/MeasuredBot.class")))
                .findFirst()
                .orElseThrow();
        return Launcher.packed(classes, directory.resolve("bench.jar"));
    }

    private static double median(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
