package io.github.mirrorball.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FileBaseDefault;

/**
 * An embedded database's file whose header names the newest commit at any time, so that a start finds it wherever it lies.
 *
 * <p>H2 writes each commit as one chunk, and begins its search for the newest one at the chunk that its header names and at the end of the
 * file. But since 2.2 it writes that header now and then only, and before it takes note of the chunk that it has just written: the header
 * names the one before, and of the commits that went into gaps all from the second on are forgotten after a kill. Here the first of the
 * header's two blocks follows each chunk. The second names the newest chunk that is on the disk for certain, for after a power cut.
 */
final class CrashSafeFile extends FileBaseDefault {

    private static final int BLOCK = 4096;
    private static final int HEADER = 2 * BLOCK;
    private static final int CHUNK_END = 128;

    private final FileChannel file;
    private final boolean isLeague;
    private final AtomicLong unsynced = new AtomicLong();
    private Optional<FileHeader> header = Optional.empty();

    /** @param isLeague whether it is the database itself, and not a file that is to take its place */
    CrashSafeFile(FileChannel file, boolean isLeague) {
        this.file = file;
        this.isLeague = isLeague;
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        int length = from.remaining();
        if (position == 0) {
            writeHeader(from);
        } else {
            Optional<FileHeader> end = end(from, CHUNK_END);
            unsynced.addAndGet(length);
            DataUtils.writeFully(file, position, from);
            if (end.isPresent()) {
                follow(end.get(), position / BLOCK);
            }
        }
        return length;
    }

    /** What H2 says itself is kept, unless it names a chunk that is not the newest any more. */
    private void writeHeader(ByteBuffer from) {
        Optional<FileHeader> said = FileHeader.parse(bytes(from.slice(0, Math.min(BLOCK, from.remaining()))));
        boolean stale = version(said) < version(header);
        if (stale) {
            from.position(from.limit());
        } else {
            header = said;
            DataUtils.writeFully(file, 0, from);
        }
    }

    private void follow(FileHeader chunkEnd, long block) throws IOException {
        FileHeader known = header.isPresent() ? header.get() : read();
        if (chunkEnd.version() >= known.version()) {
            FileHeader newest = known.naming(chunkEnd, block);
            writeBlock(newest, 0);
            header = Optional.of(newest);
        }
    }

    private void writeBlock(FileHeader content, long position) {
        DataUtils.writeFully(
                file, position, ByteBuffer.allocate(BLOCK).put(content.bytes()).rewind());
    }

    /** Of a file that was there before: H2 begins by reading it, so that one of the two is whole. */
    private FileHeader read() throws IOException {
        ByteBuffer both = ByteBuffer.allocate(HEADER);
        DataUtils.readFully(file, 0, both);
        both.rewind();
        return Stream.of(both.slice(0, BLOCK), both.slice(BLOCK, BLOCK))
                .flatMap(each -> FileHeader.parse(bytes(each)).stream())
                .max(Comparator.comparing(FileHeader::version))
                .orElseThrow(() -> new IOException("The file has no header"));
    }

    private static long version(Optional<FileHeader> said) {
        return said.map(FileHeader::version).orElse(-1L);
    }

    private static Optional<FileHeader> end(ByteBuffer from, int length) {
        return from.remaining() < length
                ? Optional.empty()
                : FileHeader.parse(bytes(from.slice(from.limit() - length, length)));
    }

    private static byte[] bytes(ByteBuffer from) {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        return bytes;
    }

    /** Many may read at once, as from any file. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public int read(ByteBuffer into, long position) throws IOException {
        return file.read(into, position);
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    /** H2 asks for it amid commits, before it would cut a file shorter, and people would wait for that. See {@link #sync}. */
    @Override
    public void force(boolean metaData) throws IOException {
        if (!isLeague) {
            file.force(metaData);
        }
    }

    /** Brings everything that was written to the disk. Others may write meanwhile. */
    void sync() throws IOException {
        Optional<FileHeader> before = newest();
        unsynced.set(0);
        file.force(true);
        before.ifPresent(synced -> writeBlock(synced, BLOCK));
    }

    /** Overwrites what nobody uses any more; whoever says so keeps others from writing meanwhile. */
    void wipe(long position, int length) {
        unsynced.addAndGet(length);
        DataUtils.writeFully(file, position, ByteBuffer.allocate(length));
    }

    /** Where the newest chunk begins, in blocks. */
    synchronized long newestBlock() throws IOException {
        return (header.isPresent() ? header.get() : read()).block();
    }

    /** How much was written since the last {@link #sync} began, in bytes. */
    long unsynced() {
        return unsynced.get();
    }

    private synchronized Optional<FileHeader> newest() {
        return header;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    /** It never gets shorter while it is open, so that a shorter one is known to have been cut. H2 puts up with that. */
    @Override
    protected void implTruncate(long size) {}

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
