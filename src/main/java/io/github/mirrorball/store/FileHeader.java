package io.github.mirrorball.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The names and values, with a checksum, that an embedded database's file has in its two header blocks and at the end of each chunk. */
record FileHeader(Map<String, String> values) {

    private static final String BLOCK = "block";
    private static final String CHUNK = "chunk";
    private static final String VERSION = "version";
    private static final String CLEAN = "clean";
    private static final String CHECKSUM = "fletcher";

    /** Empty unless it is whole. */
    static Optional<FileHeader> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).trim();
        int end = text.lastIndexOf(',' + CHECKSUM);
        try {
            return Optional.of(text)
                    .filter(each -> end > 0 && each.endsWith(checksum(each.substring(0, end))))
                    .map(each -> new FileHeader(DataUtils.parseMap(each.substring(0, end))));
        } catch (MVStoreException foreign) {
            return Optional.empty();
        }
    }

    /** Which of the commits it names; -1 if none. */
    long version() {
        return DataUtils.readHexLong(values, VERSION, -1);
    }

    /** Where that commit begins in the file, in blocks. */
    long block() {
        return DataUtils.readHexLong(values, BLOCK, 0);
    }

    /** The same header for a file whose newest chunk ends so and begins at that block; it does not say any more that the file was closed. */
    FileHeader naming(FileHeader chunkEnd, long block) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(CHUNK, chunkEnd.values.getOrDefault(CHUNK, ""));
        changed.put(VERSION, chunkEnd.values.getOrDefault(VERSION, ""));
        changed.put(BLOCK, Long.toHexString(block));
        changed.remove(CLEAN);
        return new FileHeader(changed);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> DataUtils.appendMap(text, name, value));
        return (text + checksum(text.toString()) + '\n').getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ',' + CHECKSUM + ':' + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    }
}
