package io.github.mirrorball.store;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jspecify.annotations.Nullable;

/**
 * The zip that a backup is, read without trusting it: it unpacks to no more than it says, which is bounded, and with a key nothing is read
 * that was not encrypted with it.
 */
final class BackupZip implements AutoCloseable {

    /** A backup may unpack to so many bytes whatever its size; this is read through in a second or two. */
    private static final long SMALL = 256L << 20;

    /** A larger one may unpack to so many times its size. Rows differ at least in their numbers, which no compression takes away. */
    private static final int MOST_COMPRESSED = 100;

    /** The entry's own header: a signature, two bytes of version, the flags, and how it is compressed, or that it is encrypted with AES. */
    private static final int HEADER_SIGNATURE = 0x04034b50;

    private static final int FLAGS_AT = 6;
    private static final int METHOD_AT = 8;
    private static final int HEADER_BYTES = 10;
    private static final int AES = 99;

    private final Path file;
    private final Optional<String> key;
    private final ZipFile zip;

    /** @param key with which it was encrypted; empty if it was not */
    BackupZip(Path file, Optional<String> key) {
        this.file = file;
        this.key = key;
        this.zip = new ZipFile(file.toFile(), password());
    }

    /** Whether a zip holds something of that name; not whether that can be read. */
    static boolean isFilled(Path file, String name) {
        try (BackupZip zip = new BackupZip(file, Optional.empty())) {
            FileHeader entry = zip.zip.getFileHeader(name);
            return entry != null && entry.getUncompressedSize() > 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private char @Nullable [] password() {
        return key.map(String::toCharArray).orElse(null);
    }

    /**
     * Looks at its directory, before anything is unpacked.
     *
     * @throws IllegalArgumentException if it cannot be what was written as a backup
     */
    void check() throws IOException {
        List<FileHeader> entries = zip.getFileHeaders();
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (FileHeader entry : entries) {
            if (!names.add(entry.getFileName())) {
                throw new IllegalArgumentException("it has two of " + entry.getFileName());
            }
            unpacked = Math.addExact(unpacked, Math.max(0, entry.getUncompressedSize()));
        }
        if (unpacked > Math.max(SMALL, MOST_COMPRESSED * Files.size(file))) {
            throw new IllegalArgumentException("it would unpack to " + (unpacked >> 20) + " MB");
        }
    }

    /** One entry, unpacked while it is read, up to the size that the directory names. */
    InputStream entry(String name) throws IOException {
        FileHeader entry = zip.getFileHeader(name);
        if (entry == null) {
            throw new IllegalArgumentException("it lacks " + name);
        }
        if (key.isEmpty() && entry.isEncrypted()) {
            throw new StoreException("The backup " + file + " is encrypted. Give the key that it was made with.");
        }
        if (key.isPresent() && !isEncrypted(entry)) {
            throw new StoreException("The backup " + file
                    + " is not encrypted although there is a DATA_KEY, so whoever could write to it could change it."
                    + " If you know where it comes from, say --unencrypted.");
        }
        return new BufferedInputStream(new Bounded(zip.getInputStream(entry), name, entry.getUncompressedSize()));
    }

    /** An entry is described in the directory and again where it stands, and what is said there decides how it is read. */
    private boolean isEncrypted(FileHeader entry) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(header, entry.getOffsetLocalHeader());
        }
        return entry.getEncryptionMethod() == EncryptionMethod.AES
                && header.getInt(0) == HEADER_SIGNATURE
                && (header.getShort(FLAGS_AT) & 1) == 1
                && header.getShort(METHOD_AT) == AES;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends with a failure where there is more than was announced. */
    private static final class Bounded extends FilterInputStream {

        private final String name;
        private long left;

        Bounded(InputStream in, String name, long most) {
            super(in);
            this.name = name;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : count(read, 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            return read < 0 ? read : count(read, read);
        }

        private int count(int read, int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException(name + " is larger than the zip says");
            }
            return read;
        }
    }
}
