package io.github.mirrorball.ops;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories for their owner alone, since they tell who picked what. Where a file system knows no owners it does what it can. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Makes a directory and those above it. What is there already stays as it is: it may be shared on purpose. */
    public static Path createDirectories(Path directory) throws IOException {
        return Files.createDirectories(directory, attributes(directory, DIRECTORY));
    }

    /** Opens a file, whether it is there or is made by that. */
    public static SeekableByteChannel open(Path file, OpenOption... how) throws IOException {
        SeekableByteChannel opened = Files.newByteChannel(file, Set.of(how), attributes(file, FILE));
        restrict(file);
        return opened;
    }

    /** Takes a file away from all others, if it is there and belongs to this user. */
    public static void restrict(Path file) throws IOException {
        if (isPosix(file)
                && Files.exists(file)
                && Files.isWritable(file)
                && !Files.getPosixFilePermissions(file).equals(FILE)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> permissions) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
