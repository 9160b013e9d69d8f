package io.github.mirrorball.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDAInfo;

/** What it ran on, in a sentence. */
final class Machine {

    private static final double GIGA = 1e9;

    private Machine() {}

    static String described() {
        return "%d × %s, %.0f GB of memory, %s %s; JDK %s; JDA %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        memory() / GIGA,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        JDAInfo.VERSION);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }

    private static double memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
