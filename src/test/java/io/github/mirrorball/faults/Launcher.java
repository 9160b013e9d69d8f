package io.github.mirrorball.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts bots, the later ones faster: when the first bot ends in order, it leaves an archive of its classes behind. Such an archive wants jars
 * where a build has directories.
 */
public final class Launcher {

    private final String classPath;
    private final Path archive;

    private Launcher(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Packs the classes that this process runs from. */
    static Launcher packing(Path directory) {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                entries.add(entry);
            } else {
                entries.add(packed(path, directory.resolve("classes-" + entries.size() + ".jar"))
                        .toString());
            }
        }
        return new Launcher(String.join(File.pathSeparator, entries), directory.resolve("classes.jsa"));
    }

    /** Packs a directory of classes into a jar, which an archive of classes wants. */
    public static Path packed(Path classes, Path jar) {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> content = Files.walk(classes)) {
            for (Path each : content.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                boolean isDirectory = Files.isDirectory(each);
                out.putNextEntry(new JarEntry(isDirectory ? name + "/" : name));
                if (!isDirectory) {
                    Files.copy(each, out);
                }
            }
            return jar;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Starts a bot with the arguments of {@link BotMain}. What it logs goes to the file. */
    BotProcess launch(List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive,
                "-cp",
                classPath,
                BotMain.class.getName()));
        command.addAll(arguments);
        return BotProcess.start(command, log);
    }
}
