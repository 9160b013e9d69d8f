package io.github.mirrorball.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * What a database file held when this was written.
 *
 * @param sequence grows with each that is written
 * @param generation the number in the database that grows with each checkpoint; that much had been brought to the disk
 * @param length of the file, in bytes; says something only of a file that is closed
 * @param boot of the computer, zero where it cannot be told: what was written in this boot is in the file even if it is not on the disk yet
 * @param at when the file had last been written to, in real time
 */
record Watermark(long sequence, State state, long generation, long length, UUID boot, Instant at) {

    static final int BYTES = 64;

    private static final int CHECKSUM_AT = BYTES - Integer.BYTES;

    /** There is no telling boots apart. */
    static final UUID NO_BOOT = new UUID(0, 0);

    private static final long MAGIC = 0x4d4252_4c4d4152L;

    /** What is being done to the file. */
    enum State {
        /** It is rewritten, so its length says nothing; nothing is committed meanwhile. */
        CHANGING(0),
        /** It is open, and only grows. */
        OPEN(1),
        /** It was closed in order. */
        CLOSED(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        static State of(int code) {
            return Arrays.stream(values())
                    .filter(state -> state.code == code)
                    .findFirst()
                    .orElse(CHANGING);
        }
    }

    Watermark next(State next, long newGeneration, long newLength, UUID now, Instant when) {
        return new Watermark(sequence + 1, next, newGeneration, newLength, now, when);
    }

    boolean isOfBoot(UUID now) {
        return boot.equals(now) && !boot.equals(NO_BOOT);
    }

    /** Whether the computer went down while the file was open. */
    boolean isInterrupted(UUID now) {
        return state != State.CLOSED && !isOfBoot(now);
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putLong(sequence)
                .putInt(state.code)
                .putLong(generation)
                .putLong(length)
                .putLong(boot.getMostSignificantBits())
                .putLong(boot.getLeastSignificantBits())
                .putLong(at.toEpochMilli());
        return buffer.putInt(checksum(buffer.array())).array();
    }

    /** Reads what {@link #bytes} gave; empty where it is something else, such as half of it. */
    static Optional<Watermark> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        boolean isWhole =
                bytes.length == BYTES && buffer.getLong() == MAGIC && buffer.getInt(CHECKSUM_AT) == checksum(bytes);
        if (!isWhole) {
            return Optional.empty();
        }
        return Optional.of(new Watermark(
                buffer.getLong(),
                State.of(buffer.getInt()),
                buffer.getLong(),
                buffer.getLong(),
                new UUID(buffer.getLong(), buffer.getLong()),
                Instant.ofEpochMilli(buffer.getLong())));
    }

    /** Of everything before it. */
    private static int checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, CHECKSUM_AT);
        return (int) checksum.getValue();
    }
}
