package io.github.mirrorball.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads what {@link Decisions} wrote. There is one connection with one reader, so reactions arrive in the order in which they were sent, and
 * on one machine {@link System#nanoTime} is the same clock in all processes.
 */
final class Decided {

    private Decided() {}

    /** When each reaction was durable, in the order of their arrival. */
    static long[] durable(Path file) {
        try {
            LongBuffer times = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
            long[][] pairs = new long[times.remaining() / 2][];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = new long[] {times.get(), times.get()};
            }
            Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
            return Arrays.stream(pairs).mapToLong(pair -> pair[1]).toArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
