package io.github.mirrorball.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;

/**
 * What an embedded database's file still holds of what was deleted up to some version: pages of no use beside others in their chunk, and
 * whole chunks in space that is free. The former are parted from the others by writing those anew, the latter are overwritten. In steps;
 * used by whoever has the turn, so that nothing is written meanwhile.
 */
final class FreedSpace {

    private static final int BLOCK = 4096;

    /** The file's two headers. */
    private static final long FIRST_BLOCK = 2;

    private static final String CHUNK_KEY = "chunk.";

    /** Even one page of no use is one too many. */
    private static final int FULL_USE = 100;

    private static final int MOVED_AT_ONCE = 128 << 10;
    private static final int WIPED_AT_ONCE = 1 << 20;
    private static final long LONGEST_STEP_NANOS = 15_000_000;

    private final MVStore store;
    private final CrashSafeFile file;
    private final long version;
    private long moves;
    private long next = FIRST_BLOCK;

    /** Of everything that is deleted by now. */
    FreedSpace(MVStore store, CrashSafeFile file) {
        this.store = store;
        this.file = file;
        this.version = store.getCurrentVersion();
        this.moves = 2 * store.getFileStore().size() / MOVED_AT_ONCE + FULL_USE;
    }

    /** A chunk as the file's own table of contents describes it. */
    private record Chunk(long block, long blocks, long version, long pages, long livePages) {

        static Chunk of(Map<String, String> values) {
            long pages = DataUtils.readHexLong(values, "pages", 0);
            return new Chunk(
                    DataUtils.readHexLong(values, "block", 0),
                    DataUtils.readHexLong(values, "len", 0),
                    DataUtils.readHexLong(values, "version", 0),
                    pages,
                    DataUtils.readHexLong(values, "livePages", pages));
        }
    }

    /** Writes a little anew of what is of use beside something deleted; false if that is nothing any more, or all that can be done. */
    boolean moveStep() {
        boolean isMoved = moves > 0
                && listed().values().stream().anyMatch(chunk -> isOld(chunk) && chunk.livePages() > 0)
                && store.compact(FULL_USE, MOVED_AT_ONCE);
        if (isMoved) {
            moves--;
            store.commit();
        }
        return isMoved;
    }

    /** Whether whatever was deleted lies in free space. */
    boolean isFree() {
        return listed().values().stream().noneMatch(this::isOld);
    }

    private boolean isOld(Chunk chunk) {
        return chunk.version() <= version && chunk.livePages() < chunk.pages();
    }

    /** Overwrites some of the free space; false if that was the last of it. */
    boolean wipeStep() {
        try {
            NavigableMap<Long, Long> used = used();
            long end = file.size() / BLOCK;
            long until = System.nanoTime() + LONGEST_STEP_NANOS;
            while (next < end && System.nanoTime() - until < 0) {
                Map.Entry<Long, Long> before = used.floorEntry(next);
                if (before != null && before.getValue() > next) {
                    next = before.getValue();
                } else {
                    long free =
                            Math.min(Optional.ofNullable(used.ceilingKey(next)).orElse(end), end) - next;
                    long blocks = Math.min(free, WIPED_AT_ONCE / BLOCK);
                    file.wipe(next * BLOCK, (int) blocks * BLOCK);
                    next += blocks;
                }
            }
            return next < end;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Where the file's blocks are of use: the first of each chunk, and the first after it. The newest chunk is in no table of contents yet.
     *
     * @throws IllegalStateException if there is one of which nothing is known
     */
    private NavigableMap<Long, Long> used() throws IOException {
        Map<String, Chunk> chunks = listed();
        Map<String, String> newest = header(file.newestBlock());
        chunks.put(CHUNK_KEY + newest.get("chunk"), Chunk.of(newest));
        if (chunks.size() != chunkCount()) {
            throw new IllegalStateException("Of " + chunkCount() + " chunks, " + chunks.size() + " are known");
        }
        NavigableMap<Long, Long> used = new TreeMap<>();
        chunks.values().forEach(chunk -> used.put(chunk.block(), chunk.block() + chunk.blocks()));
        return used;
    }

    private Map<String, Chunk> listed() {
        Map<String, Chunk> chunks = new HashMap<>();
        store.getLayoutMap().forEach((key, text) -> {
            if (key.startsWith(CHUNK_KEY)) {
                chunks.put(key, Chunk.of(DataUtils.parseMap(text)));
            }
        });
        return chunks;
    }

    private Map<String, String> header(long block) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        file.read(bytes, block * BLOCK);
        String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (!text.startsWith("chunk:") || end < 0) {
            throw new IllegalStateException("The newest chunk is not at block " + block);
        }
        return DataUtils.parseMap(text.substring(0, end).trim());
    }

    private long chunkCount() {
        List<Long> count = new ArrayList<>();
        store.getFileStore().populateInfo((name, value) -> {
            if (name.equals("info.CHUNK_COUNT")) {
                count.add(Long.parseLong(value));
            }
        });
        return count.get(0);
    }
}
