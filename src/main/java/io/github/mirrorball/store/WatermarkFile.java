package io.github.mirrorball.store;

import io.github.mirrorball.ops.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The file that a watermark is kept in. There are two places for it, which are written in turn, so that half of one never takes the other
 * with it; and one for the length of the open database, a single value that is written after each commit and not brought to the disk.
 */
final class WatermarkFile implements AutoCloseable {

    /** A disk writes that much at once. */
    private static final int SECTOR = 512;

    private static final int LENGTH_AT = 2 * SECTOR;
    private static final int SIZE = 3 * SECTOR;

    /** A length, and in the upper bits what tells it from anything else. */
    private static final int LENGTH_BITS = 48;

    private static final long LENGTH_MASK = (1L << LENGTH_BITS) - 1;

    private final RandomAccessFile file;

    private WatermarkFile(RandomAccessFile file) {
        this.file = file;
    }

    static WatermarkFile open(Path path) throws IOException {
        return new WatermarkFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    /** Makes it, or one in its place, and brings it to the disk: it is there as a whole or not at all. */
    static WatermarkFile create(Path path, Watermark first) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (WritableByteChannel channel = PrivateFiles.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(
                    ByteBuffer.wrap(ByteBuffer.allocate(SIZE).put(first.bytes()).array()));
        }
        force(part, StandardOpenOption.WRITE);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(path.resolveSibling(""));
        return open(path);
    }

    /** The newest that is there as a whole; empty where there is none, as in a file that was cut. */
    Optional<Watermark> read() throws IOException {
        if (file.length() != SIZE) {
            return Optional.empty();
        }
        return Stream.of(watermark(0), watermark(SECTOR))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(Watermark::sequence));
    }

    private Optional<Watermark> watermark(int at) throws IOException {
        byte[] bytes = new byte[Watermark.BYTES];
        file.seek(at);
        file.readFully(bytes);
        return Watermark.of(bytes);
    }

    /** The length that was written last; empty where that cannot be read. */
    OptionalLong readLength() throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        file.seek(LENGTH_AT);
        file.readFully(bytes);
        long value = ByteBuffer.wrap(bytes).getLong();
        long length = value & LENGTH_MASK;
        return value == signed(length) ? OptionalLong.of(length) : OptionalLong.empty();
    }

    void writeLength(long length) throws IOException {
        file.seek(LENGTH_AT);
        file.write(ByteBuffer.allocate(Long.BYTES).putLong(signed(length)).array());
    }

    private static long signed(long length) {
        return length | (length * 0x9E3779B97F4A7C15L) >>> LENGTH_BITS << LENGTH_BITS;
    }

    void write(Watermark watermark) throws IOException {
        file.seek(watermark.sequence() % 2 * SECTOR);
        file.write(watermark.bytes());
    }

    /** Brings what was written to the disk. */
    void force() throws IOException {
        file.getFD().sync();
    }

    /** Brings another file to the disk. */
    static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    /** Some systems do not open directories, and then see to it themselves. */
    private static void forceDirectory(Path directory) {
        try {
            force(directory, StandardOpenOption.READ);
        } catch (IOException unsupported) {
            // Nothing is lost by it but a guarantee against the loss of power in these few milliseconds.
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
